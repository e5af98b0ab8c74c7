import { say } from "./toast.ts";

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

function save(name: string): void {
  const link = document.createElement("a");
  const text = document.querySelector('.cite-box[data-format="bib"]')?.textContent.trim() ?? "";
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "application/x-bibtex" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Whether a reference is shown that could be in another style. */
const showsReference = () =>
  document.querySelector('.cite [name="citation"][value="reference"]:checked') !== null;

function offerStyles(): void {
  if (showsReference()) void import("./cite-styles.ts").then(({ addStyles }) => addStyles());
}

/** Buttons that copy or save the citation, and the one that opens the ways to share the paper. */
export function watchCopying(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-copy]")) copyCitation();
    if (event.target.closest("[data-share]"))
      void import("./share-panel.ts").then(({ openSharePanel }) => {
        openSharePanel();
      });
    const file = event.target.closest<HTMLElement>("[data-save]")?.dataset["save"];
    if (file) save(file);
  });
  document.addEventListener("change", offerStyles);
  // A browser that comes back to the page has kept what was chosen.
  offerStyles();
}
