import { writeBibtex } from "../formats/bibtex/write.ts";
import { toCsl, writeCsl } from "../formats/csl/write.ts";
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
  bib: ({ papers }) => papers.map((paper) => writeBibtex(paper)).join("\n"),
  ris: ({ papers }) => papers.map((paper) => writeRis(paper)).join(""),
  json: ({ papers }) => writeCsl(papers),
  md: listToMarkdown,
};

/** The whole corpus in one file each. */
export const DUMPS: Readonly<Record<string, (papers: readonly Paper[]) => string>> = {
  "papers.json": writeCsl,
  "papers.ndjson": (papers) => papers.map((paper) => `${JSON.stringify(toCsl(paper))}\n`).join(""),
  "papers.bib": (papers) => papers.map((paper) => writeBibtex(paper)).join("\n"),
  "papers.ris": (papers) => papers.map((paper) => writeRis(paper)).join(""),
};
