import { kindOf } from "./kinds.ts";
import type { Paper } from "./paper.ts";

/** Who brought a paper out: its publisher, university or institution; arXiv, where it is a preprint there. */
export function publisherOf(
  paper: Pick<Paper, "publisher" | "kind" | "venue" | "arxiv">,
): string | undefined {
  if (paper.publisher !== undefined) return paper.publisher;
  return kindOf(paper) === "preprint" && paper.arxiv !== undefined ? "arXiv" : undefined;
}

/** First and last page of `5998-6008`; of anything else the whole as the first. */
export function splitPages(pages: string | undefined): [first?: string, last?: string] {
  if (pages === undefined) return [];
  const [, first, last] = /^([^-,]+)-([^-,]+)$/u.exec(pages) ?? [];
  return first === undefined || last === undefined ? [pages] : [first, last];
}

/** Pages as they are printed: `5998–6008`. */
export const printPages = (pages: string): string => pages.replace(/(?<=\w)-(?=\w)/gu, "–");

/** Several pages or one: `pp. 5998–6008`, `p. 12`. */
const labelled = (pages: string) => `${/[-,]/u.test(pages) ? "pp." : "p."} ${printPages(pages)}`;

const NAMES = { thesis: "Thesis", report: "Report", book: "Book" } as const;

/** What stands after a paper's venue in the facts of its page: `vol. 12 (3)`, `pp. 5998–6008`, `Thesis, ETH Zürich`. */
export function describePlace(paper: Paper): string[] {
  const { volume, issue, pages, publisher } = paper;
  const kind = kindOf(paper);
  const number = issue === undefined ? "" : volume === undefined ? `no. ${issue}` : ` (${issue})`;
  const name = kind in NAMES ? NAMES[kind as keyof typeof NAMES] : undefined;
  return [
    [name, name === undefined ? undefined : publisher].filter(Boolean).join(", "),
    (volume === undefined ? "" : `vol. ${volume}`) + number,
    pages === undefined ? "" : labelled(pages),
  ].filter((part) => part !== "");
}
