import { say, sayUnreachable } from "./toast.ts";

/** Copies a text and says so, or why not. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} copied`);
  } catch {
    say("The browser refused to copy: select the text instead");
  }
}

const shownCitation = () => {
  const format = document.querySelector<HTMLInputElement>('.cite [name="citation"]:checked')?.value;
  return document.querySelector(`.cite-box[data-format="${format ?? "bib"}"]`)?.textContent.trim();
};

/** Copies the citation in the form that is chosen. False on a page that has none. */
export function copyCitation(): boolean {
  const text = shownCitation();
  if (text === undefined) return false;
  void copy(text, "Citation");
  return true;
}

/**
 * Copies the key of the row that has the focus, which is also its key in BibTeX: a row has no more of its citation.
 * False where no row has it.
 */
export function copyKey(): boolean {
  const key = document.activeElement?.closest<HTMLElement>("li[data-key]")?.dataset["key"];
  if (!key) return false;
  void copy(key, `Key ${key}`);
  return true;
}

/** Saves the citation as a file where the site has none: BibTeX stands on the page, the rest is written out of it. */
function save(name: string): void {
  const [key = "", format = "bib"] = name.split(/\.(?=[^.]+$)/u);
  const write = async (): Promise<[type: string, text: string]> => {
    if (format === "ris" || format === "json") {
      const { writeFile } = await import("./cite-files.ts");
      const type = format === "ris" ? "application/x-research-info-systems" : "application/json";
      return [type, writeFile(key, format)];
    }
    const text = document.querySelector('.cite-box[data-format="bib"]')?.textContent.trim() ?? "";
    return ["application/x-bibtex", `${text}\n`];
  };
  Promise.all([import("../../search/element/save-file.ts"), write()]).then(
    ([{ saveFile }, [type, text]]) => {
      saveFile(name, type, text);
    },
    sayUnreachable("Not saved"),
  );
}

/** Whether a reference is shown that could be in another style. */
const showsReference = () =>
  document.querySelector('.cite [name="citation"][value="reference"]:checked') !== null;

function offerStyles(): void {
  if (showsReference())
    import("./cite-styles.ts").then(
      ({ addStyles }) => addStyles(),
      sayUnreachable("No other styles"),
    );
}

/** Buttons that copy or save the citation, and the one that opens the ways to share the paper. */
export function watchCopying(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-copy]")) copyCitation();
    if (event.target.closest("[data-share]"))
      import("./share-panel.ts").then(({ openSharePanel }) => {
        openSharePanel();
      }, sayUnreachable("Not opened"));
    const file = event.target.closest<HTMLElement>("[data-save]")?.dataset["save"];
    if (file) save(file);
  });
  document.addEventListener("change", offerStyles);
  // A browser that comes back to the page has kept what was chosen.
  offerStyles();
}
