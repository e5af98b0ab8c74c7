import { writeBibtex } from "../formats/bibtex/write.ts";
import { cslPieces, toCsl, writeCsl } from "../formats/csl/write.ts";
import { writeRis } from "../formats/ris/write.ts";
import type { Paper } from "../paper/paper.ts";
import type { CitationFormat, Urls } from "../urls.ts";
import type { PaperList } from "./markdown.ts";
import { listToMarkdown, toMarkdown } from "./markdown.ts";

export type { PaperList } from "./markdown.ts";

/** One paper in each format that a citation file has. */
export const WRITERS: Readonly<Record<CitationFormat, (paper: Paper, urls: Urls) => string>> = {
  bib: writeBibtex,
  ris: writeRis,
  json: (paper) => `${JSON.stringify(toCsl(paper), null, 2)}\n`,
  md: toMarkdown,
};

/** What each format's files are served as. */
export const MEDIA_TYPES: Readonly<Record<CitationFormat, string>> = {
  bib: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
  json: "application/vnd.citationstyles.csl+json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
};

/** Citations that are kept: some 2 KB each. */
const MOST = 20_000;

/**
 * A writer that keeps what it wrote of the last papers: each of them stands in several lists, of its topic, its tags, its
 * venue and its year.
 */
function writeOnce(write: (paper: Paper) => string): (paper: Paper) => string {
  const kept = new Map<Paper, string>();
  return (paper) => {
    const before = kept.get(paper);
    if (before !== undefined) return before;
    if (kept.size >= MOST) kept.clear();
    // In one piece: as it was put together, it is a chain of dozens.
    const text = Buffer.from(write(paper)).toString();
    kept.set(paper, text);
    return text;
  };
}

const bibtexOf = writeOnce((paper) => writeBibtex(paper));
const risOf = writeOnce((paper) => writeRis(paper));

/** A list of papers in each format that a citation file has. */
export const LIST_WRITERS: Readonly<
  Record<CitationFormat, (list: PaperList, urls: Urls) => string>
> = {
  bib: ({ papers }) => [...bibtexPieces(papers)].join(""),
  ris: ({ papers }) => [...risPieces(papers)].join(""),
  json: ({ papers }) => writeCsl(papers),
  md: listToMarkdown,
};

function* ndjsonPieces(papers: Iterable<Paper>) {
  for (const paper of papers) yield `${JSON.stringify(toCsl(paper))}\n`;
}

function* bibtexPieces(papers: Iterable<Paper>) {
  let lead = "";
  for (const paper of papers) {
    yield lead + bibtexOf(paper);
    lead = "\n";
  }
}

function* risPieces(papers: Iterable<Paper>) {
  for (const paper of papers) yield risOf(paper);
}

/**
 * The whole corpus in one file each, in pieces, one a paper: as one text it would be longer, from some hundred thousand
 * papers on, than a text can be.
 */
export const DUMPS: Readonly<Record<string, (papers: Iterable<Paper>) => Generator<string>>> = {
  "papers.json": cslPieces,
  "papers.ndjson": ndjsonPieces,
  "papers.bib": bibtexPieces,
  "papers.ris": risPieces,
};
