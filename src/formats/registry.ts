import type { Problem } from "../paper/problem.ts";
import { openAcl } from "./acl/read.ts";
import { openArxiv } from "./arxiv/read.ts";
import { openBibtex } from "./bibtex/read.ts";
import type { Foreign, Format } from "./detect.ts";
import { openEndnote } from "./endnote/read.ts";
import { openJson } from "./json/read.ts";
import { openListing } from "./listing/read.ts";
import { openPubmed } from "./pubmed/read.ts";
import type { OpenReader } from "./reader.ts";
import { openRis } from "./ris/read.ts";
import { openTable } from "./table/read.ts";
import { openMedline, openRefer, openWebOfScience } from "./tagged/read.ts";

/** Every format that is read, and its reader. */
export const READERS: Readonly<Record<Format, OpenReader>> = {
  listing: openListing,
  json: openJson,
  bibtex: openBibtex,
  ris: openRis,
  medline: openMedline,
  refer: openRefer,
  wos: openWebOfScience,
  arxiv: openArxiv,
  endnote: openEndnote,
  acl: openAcl,
  pubmed: openPubmed,
  table: openTable,
};

const EXPORT = "export BibTeX, RIS or CSL-JSON from the program that has it: nearly every one can";

/** What is not read: what it is called, and what its owner may do instead. */
const FOREIGN: Readonly<Record<Foreign, readonly [name: string, hint: string]>> = {
  pdf: ["a PDF", "give the bibliography that lists the papers, not the papers"],
  zip: [
    "a ZIP archive, or a document of an office program, which is one",
    "unpack it, or save it as CSV",
  ],
  rtf: ["a document in RTF", "save it as plain text"],
  binary: ["no text", "export it as text: BibTeX, RIS, CSL-JSON or CSV"],
  html: ["a web page", "copy its text into a file, or look for its link to BibTeX, RIS or CSV"],
  xml: ["XML of another kind than arXiv's, EndNote's, PubMed's and the ACL Anthology's", EXPORT],
  yaml: ["YAML", EXPORT],
  other: [
    "neither a bibliography nor a listing of titles and abstracts",
    "a listing has each title on a line of its own and its abstract below it",
  ],
  ovid: ["Ovid's plain text", "export RIS (Reference Manager) or BibTeX from Ovid"],
  tex: ["TeX", "give the .bib file that it cites"],
};

export const isForeign = (format: Format | Foreign): format is Foreign =>
  Object.hasOwn(FOREIGN, format);

/** What is to be said of an input that is not read. */
export function refuse(format: Foreign, source: string): Problem {
  const [name, hint] = FOREIGN[format];
  const message = `is ${name}, which cannot be imported: nothing of it was read`;
  return { code: "unsupported-format", severity: "error", source, line: 1, message, hint };
}
