import { isStyle } from "../../citation/styles/names.ts";
import { part } from "../../search/element/dom.ts";
import { saveFile } from "../../search/element/save-file.ts";
import type { Urls } from "../../urls.ts";
import type { Progress, Saved } from "../saved.ts";
import { writeFile, writeMarkdown } from "../travel.ts";
import type { CitedFormat } from "./citations.ts";
import { CITED_TYPES, collectCitations } from "./citations.ts";

const count = (number: number) => `${String(number)} ${number === 1 ? "paper" : "papers"}`;

/** The menu that saves the list as a file. */
export function createExports(
  menu: HTMLElement,
  options: {
    urls: Urls;
    files: boolean;
    names: Readonly<Record<Progress, string>>;
    /** The papers that are to be saved: those that are shown. */
    papers: () => readonly Saved[];
  },
): void {
  const { urls, files, names, papers } = options;
  const said = part(menu, "said");
  const chosenStyle = part(menu, "style") as HTMLSelectElement;
  const absolute = (path: string) => new URL(path, location.href).href;

  async function save(format: string): Promise<string> {
    const chosen = papers();
    if (format === "list") {
      saveFile("reading-list.json", "application/json", writeFile(chosen, absolute(urls.home())));
      return `Saved ${count(chosen.length)} as reading-list.json.`;
    }
    if (format === "md") {
      const text = writeMarkdown(chosen, (key) => absolute(urls.paper(key)), names);
      saveFile("reading-list.md", "text/markdown", text);
      return `Saved ${count(chosen.length)} as reading-list.md.`;
    }
    const kind = format as CitedFormat;
    const keys = chosen.map(({ key }) => key);
    const done = (fetched: number) => {
      said.textContent = `Fetching citations… ${String(fetched)} of ${String(keys.length)}`;
    };
    done(0);
    const { text, missing } = await collectCitations(kind, keys, {
      urls,
      files,
      style: isStyle(chosenStyle.value) ? chosenStyle.value : "apa",
      done,
    });
    saveFile(`reading-list.${kind}`, CITED_TYPES[kind], text);
    const left = missing.length === 0 ? "" : ` The site has none of ${missing.join(", ")}.`;
    return `Saved ${count(keys.length - missing.length)} as reading-list.${kind}.${left}`;
  }

  menu.addEventListener("click", (event) => {
    const format = (event.target as Element).closest("button")?.value;
    if (!format) return;
    save(format).then(
      (words) => {
        said.textContent = words;
      },
      () => {
        said.textContent = "The citations did not arrive. Markdown needs no network.";
      },
    );
  });
}

/** Closes a menu that is left: by a press outside it, or by Esc. */
export function closeOutside(menu: HTMLElement): void {
  const close = () => {
    menu.removeAttribute("open");
  };
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target as Node)) close();
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.hasAttribute("open")) return;
    event.preventDefault();
    close();
    menu.querySelector("summary")?.focus();
  });
}
