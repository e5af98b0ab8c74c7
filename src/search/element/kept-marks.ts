/** Where the words that matched wait for the paper's page: never in an address that people copy. */
export const MARKS = "carrel:marks";

/** What a result leaves for the page that it opens. */
export interface KeptMarks {
  /** Path and hash of its address. */
  path: string;
  words: string[];
}

/** Remembers the words marked in a row, for the page that the row leads to. */
export function keepMarks(row: HTMLElement | null): void {
  const link = row?.querySelector<HTMLAnchorElement>("[data-part=title]");
  if (!row || !link) return;
  const words = [...row.querySelectorAll("mark")].map((mark) => mark.textContent);
  const kept: KeptMarks = { path: link.pathname + link.hash, words: [...new Set(words)] };
  try {
    sessionStorage.setItem(MARKS, JSON.stringify(kept));
  } catch {
    // Without storage the page opens unmarked.
  }
}
