import { issuedOf } from "../../paper/issued.ts";
import type { Kind } from "../../paper/kinds.ts";
import { citedVenue, kindOf, standsAlone } from "../../paper/kinds.ts";
import { keywordsOf } from "../../paper/keywords.ts";
import type { Paper } from "../../paper/paper.ts";
import { publisherOf, splitPages } from "../../paper/place.ts";
import { writePlacedOrcids } from "../orcids.ts";

const line = (text: string) => text.replace(/\s+/gu, " ").trim();

/** `2024/06/05/`: RIS leaves out what is not known, and keeps its slashes. */
function risDate(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${year}/${month}/${day}/`;
}

/** `arXiv:2401.00001 [cs.LG]`, as arXiv cites itself. */
function arxivNote({ arxiv, category }: Paper): string | undefined {
  if (arxiv === undefined) return undefined;
  return category === undefined ? `arXiv:${arxiv}` : `arXiv:${arxiv} [${category}]`;
}

/** What begins the note that has authors' numbers by their places. */
export const ORCID_NOTE = "ORCID: ";

/** RIS's code of each kind. */
export const RIS_TYPES: Readonly<Record<Kind | "preprint", string>> = {
  article: "JOUR",
  conference: "CONF",
  chapter: "CHAP",
  book: "BOOK",
  thesis: "THES",
  report: "RPRT",
  preprint: "UNPB",
};

/** A paper as a RIS record (Research Information Systems, 2001 tags), lines ended by CRLF as the format has it. */
export function writeRis(paper: Paper): string {
  const kind = kindOf(paper);
  const [first, last] = splitPages(paper.pages);
  const issued = issuedOf(paper);
  const orcids = writePlacedOrcids(paper.authors);
  const address =
    paper.url ??
    (paper.arxiv === undefined ? undefined : `https://arxiv.org/abs/${paper.arxiv}`) ??
    (paper.doi === undefined ? undefined : `https://doi.org/${paper.doi}`);
  const fields: [tag: string, value: string | undefined][] = [
    ["TY", RIS_TYPES[kind]],
    ["ID", paper.key],
    ["TI", paper.title],
    ...paper.authors.map(({ family, given, suffix, collective }): [string, string] => [
      "AU",
      collective ? family : [family, given, suffix].filter(Boolean).join(", "),
    ]),
    ["PY", issued && String(issued.year)],
    ["DA", issued && risDate(issued.iso)],
    [standsAlone(kind) ? "T3" : "T2", citedVenue(paper)],
    ["VL", paper.volume],
    ["IS", paper.issue],
    ["SP", first],
    ["EP", last],
    ["PB", publisherOf(paper)],
    ["AB", paper.abstract.text],
    ["DO", paper.doi],
    ["UR", address],
    [
      "L1",
      paper.pdf ?? (paper.arxiv === undefined ? undefined : `https://arxiv.org/pdf/${paper.arxiv}`),
    ],
    ["N1", arxivNote(paper)],
    ["N1", paper.code && `code: ${paper.code}`],
    ["N1", paper.project && `project: ${paper.project}`],
    ["N1", orcids === "" ? undefined : `${ORCID_NOTE}${orcids}`],
    ...keywordsOf(paper).map((word): [string, string] => ["KW", word]),
  ];
  const lines = fields
    .filter((field): field is [string, string] => field[1] !== undefined && line(field[1]) !== "")
    .map(([tag, value]) => `${tag}  - ${line(value)}`);
  return `${[...lines, "ER  - "].join("\r\n")}\r\n`;
}
