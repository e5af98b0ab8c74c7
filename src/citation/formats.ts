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

/** What stands before, between and behind the papers of a whole corpus, and what is written of each. */
interface Dump {
  write: (paper: Paper) => string;
  before?: string;
  between?: string;
  after?: string;
}

function dump({ write, before = "", between = "", after = "" }: Dump) {
  return function* (papers: Iterable<Paper>): Generator<string> {
    yield before;
    let lead = "";
    for (const paper of papers) {
      yield lead + write(paper);
      lead = between;
    }
    yield after;
  };
}

const toCslLine = (paper: Paper) => JSON.stringify(toCsl(paper));

/**
 * The whole corpus in one file each, in pieces, one a paper: as one text it would be longer, from some hundred thousand
 * papers on, than a text can be.
 */
export const DUMPS: Readonly<Record<string, (papers: Iterable<Paper>) => Generator<string>>> = {
  "papers.json": dump({ write: toCslLine, before: "[\n", between: ",\n", after: "\n]\n" }),
  "papers.ndjson": dump({ write: (paper) => `${toCslLine(paper)}\n` }),
  "papers.bib": dump({ write: (paper) => writeBibtex(paper), between: "\n" }),
  "papers.ris": dump({ write: writeRis }),
};
