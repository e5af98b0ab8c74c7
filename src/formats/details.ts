import type { Kind } from "../paper/kinds.ts";
import { cleanLine } from "./clean.ts";
import { arxivIdIn } from "./identifiers.ts";
import type { SourceRecord } from "./record.ts";

/** Where in its journal, proceedings or series a paper stands, as a source writes it. */
export interface Details {
  kind?: Kind | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  /** `5998--6008`, `pp. 5998–6008`, `5998`; or first and last page apart. */
  pages?: string | readonly (string | undefined)[] | undefined;
  /** Publisher of a book, university of a thesis, institution of a report. */
  publisher?: string | undefined;
}

/** Names of types, as BibTeX, CSL, Crossref, EndNote, Zotero and Scopus have them; the first that fits. */
const TYPES: readonly (readonly [RegExp, Kind])[] = [
  [/thesis|dissertation/iu, "thesis"],
  [/report/iu, "report"],
  [/chapter|section|^in(?:book|collection)$/iu, "chapter"],
  [/proceeding|conference/iu, "conference"],
  [/journal|magazine|^article$|^review$/iu, "article"],
  [/book|monograph|collection/iu, "book"],
];

/** What a source's name of a type says, if it says one of Carrel's. */
export const kindNamed = (type: string | undefined): Kind | undefined =>
  TYPES.find(([name]) => name.test(type ?? ""))?.[1];

/** Longer than any volume, number or span of pages. */
const LONGEST = 60;

/** A line that says something: a dash or three question marks do not. */
function say(text: string | undefined, longest = LONGEST): string | undefined {
  const line = cleanLine(text ?? "");
  const isEmpty =
    !/[\p{L}\p{N}]/u.test(line) ||
    /^(?:n\.?\/?a\.?|none|null|unknown|no(?:[ -]pagination)?[ -]specified)$/iu.test(line);
  return isEmpty || line.length > longest ? undefined : line;
}

/** The last page of a span whole: `9` behind `1023` is `1029`; what would then lie before the first is as it is written. */
function wholeLast(first: string, last: string): string {
  if (last.length >= first.length) return last;
  const whole = first.slice(0, first.length - last.length) + last;
  return Number(whole) < Number(first) ? last : whole;
}

/** `pp. 1023–9` as `1023-1029`: one hyphen, no label, the last page whole. */
export function readPages(text: string): string | undefined {
  const span = say(
    cleanLine(text)
      .replace(/^(?:pages?|pp?)\b[.:]? ?/iu, "")
      .replace(/ ?[-‐-―−](?: ?[-‐-―−])* ?/gu, "-"),
  );
  // Some programs write a page as a span of one.
  return span
    ?.replace(/^([\w.]+)-\1$/u, "$1")
    .replace(
      /^(\d+)-(\d+)$/u,
      (_, first: string, last: string) => `${first}-${wholeLast(first, last)}`,
    );
}

/** `Vol. 3` as `3`: what the field is called anyway. */
const withoutLabel = (text: string | undefined, label: RegExp) => text?.replace(label, "");

/** An arXiv id that stands where a page or an issue should (NASA's ADS puts it there), and nothing else. */
const arxivIn = (text: string | undefined) =>
  /^\s*arxiv:/iu.test(text ?? "") ? arxivIdIn(text ?? "") : undefined;

/** Puts on a record what of this says something. */
export function addDetails(record: SourceRecord, told: Details): void {
  const start = typeof told.pages === "object" ? told.pages[0] : told.pages;
  const ids = { issue: arxivIn(told.issue), pages: arxivIn(start) };
  const id = record.arxiv ?? ids.issue ?? ids.pages;
  if (id !== undefined) record.arxiv = id;
  const details = {
    ...told,
    ...(ids.issue === undefined ? {} : { issue: undefined }),
    ...(ids.pages === undefined ? {} : { pages: undefined }),
  };
  const { kind, volume, issue, pages, publisher } = details;
  if (kind !== undefined) record.kind = kind;
  const span =
    typeof pages === "object" ? pages.filter((page) => say(page) !== undefined).join("-") : pages;
  const known = {
    // DBLP has arXiv's numbers there.
    volume: /^\s*abs\//u.test(volume ?? "")
      ? undefined
      : say(withoutLabel(volume, /^\s*vol(?:umes?|\.|s\.)?[\s:]+(?=[\divxlc]+\s*$)/iu)),
    issue: say(
      withoutLabel(issue, /^\s*(?:no\.?|nr\.?|num(?:ber|\.)?|issue|iss\.)[\s:]+(?=\d+\s*$)/iu),
    ),
    pages: readPages(span ?? ""),
    publisher: /^\s*arxiv\b/iu.test(publisher ?? "") ? undefined : say(publisher, 200),
  };
  for (const field of ["volume", "issue", "pages", "publisher"] as const) {
    const value = known[field];
    if (value !== undefined) record[field] = value;
  }
}
