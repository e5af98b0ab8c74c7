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
    yield lead + writeBibtex(paper);
    lead = "\n";
  }
}

function* risPieces(papers: Iterable<Paper>) {
  for (const paper of papers) yield writeRis(paper);
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
