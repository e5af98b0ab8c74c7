import type { ReadOptions } from "../reader.ts";

/** What a table, or a list of JSON objects, can tell of a paper. */
export const COLUMNS = [
  ...["title", "authors", "abstract", "date", "venue", "doi", "arxiv", "url", "pdf", "code"],
  ...["project", "keywords", "key", "category", "volume", "issue", "pages", "publisher", "kind"],
  ...["first-page", "last-page"],
] as const;

export type Column = (typeof COLUMNS)[number];

/**
 * Names that programs and people give their columns, best first, in lower case without spaces and marks:
 * exports of Zotero, Scopus, Web of Science, Dimensions, Lens, Google Scholar, OpenReview, OpenAlex, Semantic Scholar.
 */
const GUESSES: Readonly<Record<Column, string>> = {
  title:
    "title papertitle articletitle documenttitle itemtitle primarytitle worktitle displayname titre titel titulo ti",
  authors:
    "authorfullnames authors author authornames authorlist authorsraw authorships creators creator auteurs autoren autores au",
  abstract: "abstract abstractnote abstracttext summary resume zusammenfassung description ab tldr",
  date: "publicationdate publisheddate datepublished published date coverdate issued pubdate onlinedate submitted year publicationyear pubyear yearpublished jahr annee py",
  venue:
    "venue publicationtitle sourcetitle journal journaltitle booktitle containertitle conference conferencename conferencetitle proceedings publication publishedin venuename hostvenue source so",
  doi: "doi itemdoi articledoi doilink doiurl",
  arxiv: "arxiv arxivid arxivurl arxivlink eprint",
  url: "url link paperurl articleurl paperlink weburl sourceurl uri href openreview",
  pdf: "pdf pdfurl pdflink openaccesspdf urlpdf",
  code: "code codeurl codelink github githuburl repository repo",
  project: "project projecturl projectpage website homepage",
  keywords: "keywords authorkeywords keyword manualtags tags subjects",
  key: "citationkey citekey bibtexkey bibkey",
  category: "primarycategory arxivprimarycategory",
  volume: "volume vol",
  issue: "issue issuenumber number",
  pages: "pages pagerange page artno articlenumber",
  "first-page": "pagestart startpage firstpage beginningpage pagefirst",
  "last-page": "pageend endpage lastpage endingpage pagelast",
  publisher: "publisher",
  kind: "itemtype documenttype publicationtype",
};

/** How many columns a table may have that nobody said is one. */
const MOST = 500;

const fold = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Names of the input's columns by what they tell; a title that is not among them is what cannot be done without. */
export type ColumnMap = ReadonlyMap<Column, readonly string[]>;

/**
 * Which of an input's columns tell what: those that were named, else those whose names say it. There may be several:
 * the first that is not empty counts.
 */
export function mapColumns(names: readonly string[], named: ReadOptions["columns"]): ColumnMap {
  const map = new Map<Column, string[]>();
  const taken = new Set(named?.values());
  const byFold = new Map<string, string[]>();
  for (const name of names) {
    const folded = fold(name);
    if (folded !== "" && !taken.has(name))
      byFold.set(folded, [...(byFold.get(folded) ?? []), name]);
  }
  for (const column of COLUMNS) {
    const own = named?.get(column);
    const guesses = GUESSES[column].split(" ");
    const found = own !== undefined ? [own] : guesses.flatMap((guess) => byFold.get(guess) ?? []);
    if (found.length > 0) map.set(column, found);
  }
  return map;
}

/** Whether names are those of a table's columns: one of them is a title's, and another is known too. */
export function looksLikeHeader(names: readonly string[]): boolean {
  if (names.length > MOST) return false;
  const map = mapColumns(names, undefined);
  return (
    names.length > 1 && map.has("title") && map.size > 1 && names.every((name) => name.length < 60)
  );
}

/** `title=Paper Title,authors=Who` as a map; a word that says what is wrong with it where it is none. */
export function readColumns(text: string): Map<Column, string> | string {
  const map = new Map<Column, string>();
  for (const part of text.split(",")) {
    const [name = "", ...rest] = part.split("=");
    const column = COLUMNS.find((known) => known === name.trim().toLowerCase());
    const target = rest.join("=").trim();
    if (column === undefined)
      return `--columns knows no "${name.trim()}": it is one of ${COLUMNS.join(", ")}`;
    if (target === "") return `--columns ${column}= names no column of the file`;
    map.set(column, target);
  }
  return map;
}
