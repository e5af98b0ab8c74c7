import { part } from "../../search/element/dom.ts";
import type { Named } from "../travel.ts";
import { findNamed, MOST } from "../travel.ts";

/** Bytes of a file that is read: a bibliography of a lifetime is smaller. */
const LARGEST = 20_000_000;

/** The dialog that takes a list in; `read` hears of the papers that it names. Gives what opens it. */
export function createImport(
  dialog: HTMLDialogElement,
  read: (papers: readonly Named[], from: string) => void,
): () => void {
  const file = part(dialog, "import-file") as HTMLInputElement;
  const text = part(dialog, "import-text") as HTMLTextAreaElement;
  const said = part(dialog, "import-said");

  async function take(): Promise<void> {
    const [chosen] = file.files ?? [];
    if (chosen && chosen.size > LARGEST) {
      said.textContent = `${chosen.name} is too large for a reading list.`;
      return;
    }
    const named = findNamed(chosen ? await chosen.text() : text.value);
    if (named.length === 0) {
      said.textContent = chosen
        ? `No paper is named in ${chosen.name}.`
        : "No paper is named there. An arXiv id, a DOI or a paper's address names one.";
      return;
    }
    const papers = named.slice(0, MOST);
    const some = papers.length < named.length ? `The first ${String(MOST)} of ` : "";
    const words = `${some}${String(named.length)} ${named.length === 1 ? "paper" : "papers"}`;
    dialog.close();
    read(papers, chosen ? `${words} in ${chosen.name}` : `${words} to import`);
  }

  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    if ((event.target as Element).closest('[data-act="read"]'))
      take().catch(() => {
        said.textContent = "The file cannot be read.";
      });
  });
  return () => {
    said.textContent = "";
    file.value = "";
    text.value = "";
    dialog.showModal();
  };
}
