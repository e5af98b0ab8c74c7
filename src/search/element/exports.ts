import type { Urls } from "../../urls.ts";
import type { Facet, Response } from "../types.ts";
import { part } from "./dom.ts";
import { saveFile } from "./save-file.ts";
import type { ListFormat } from "./selection.ts";
import { LIST_TYPES, selectPapers, SOURCES } from "./selection.ts";
import type { View } from "./view.ts";
import { writeView } from "./view.ts";
import { describeMethod } from "./words.ts";

/** Gives a file of the whole corpus's citations, or as much of it as has the papers that are wanted. */
export type LoadDump = (file: string, keys: readonly string[]) => Promise<string>;

/** The files as the site serves them: whole. */
export const fetchDump =
  (urls: Urls): LoadDump =>
  async (file) => {
    const answer = await fetch(urls.data(file));
    if (!answer.ok) throw new Error(`${answer.url}: ${String(answer.status)}`);
    return answer.text();
  };

/** The menu that saves the papers found, and the line about the search for a methods section. */
export function createExports(menu: HTMLElement, urls: Urls, loadDump: LoadDump) {
  const said = part(menu, "said");
  let offered: { response: Response; view: View } | undefined;
  let labels: (facet: Facet, value: string) => string = (_, value) => value;

  async function save(format: ListFormat): Promise<void> {
    said.textContent = "Fetching citations…";
    const keys = (await offered?.response.keys()) ?? [];
    saveFile(
      `papers.${format}`,
      LIST_TYPES[format],
      selectPapers(format, await loadDump(SOURCES[format], keys), keys),
    );
    said.textContent = `Saved ${keys.length.toLocaleString("en")} as papers.${format}.`;
  }

  async function copyMethod(): Promise<void> {
    if (!offered) return;
    const { response, view } = offered;
    const line = describeMethod(view, response.total, {
      site: menu.dataset["site"] ?? "",
      updated: menu.dataset["updated"] ?? "",
      address: new URL(urls.search(writeView(view)), location.href).href,
      labels,
    });
    await navigator.clipboard.writeText(line);
    said.textContent = "Copied.";
  }

  menu.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button");
    const what = button?.value;
    if (what === undefined || what === "") return;
    const done = what === "method" ? copyMethod() : save(what as ListFormat);
    done.catch(() => {
      said.textContent =
        what === "method" ? "The browser did not let us copy." : "That did not arrive. Try again.";
    });
  });

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

  return {
    /** Offers the papers of an answer; nothing to save, no menu. */
    offer(response: Response, view: View, labelOf: typeof labels): void {
      offered = { response, view };
      labels = labelOf;
      said.textContent = "";
      menu.hidden = response.total === 0;
    },
  };
}
