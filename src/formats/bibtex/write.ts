import { issuedOf } from "../../paper/issued.ts";
import { keywordsOf } from "../../paper/keywords.ts";
import type { Kind } from "../../paper/kinds.ts";
import { citedVenue, kindOf } from "../../paper/kinds.ts";
import type { Paper } from "../../paper/paper.ts";
import type { Person } from "../../paper/people.ts";
import { readTitleSource } from "../../paper/text/title.ts";
import { writePlacedOrcids } from "../orcids.ts";
import { balanceBraces, hasLoneBrace } from "./balance.ts";
import { keepsCapitals } from "./capitals.ts";
import { escapeTex } from "./escape.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** What BibTeX takes for the end of a name or of its part, `and` and a comma, in braces that make it a word. */
const writeNamePart = (part: string) =>
  balanceBraces(escapeTex(part)).replace(/(?<!\S)and(?!\S)|,/giu, "{$&}");

/** `{\'A}ngel, Piotr`; a group in braces, so that no style takes it apart. */
function writeName({ family, given, suffix, collective }: Person): string {
  if (collective) return `{${escapeTex(family)}}`;
  return [family, suffix, given]
    .filter((part) => part !== undefined && part !== "")
    .map((part) => writeNamePart(part ?? ""))
    .join(", ");
}

/** A formula; what TeX cannot read as one is shown as it was written. */
const writeFormula = (tex: string) => (hasLoneBrace(tex) ? escapeTex(`$${tex}$`) : `$${tex}$`);

/** A text with its math as math. */
const writeMath = (source: string) =>
  readTitleSource(source.trim())
    .map((node) =>
      node.type === "math"
        ? writeFormula(node.tex)
        : node.type === "text"
          ? escapeTex(node.value)
          : "",
    )
    .join("");

const escapeDollars = (text: string) => text.replace(/[\\$]/gu, "\\$&");

/** A word in braces, the marks around it outside them: `({LoRA}):`. */
function guard(word: string): string {
  const [, before = "", inner = "", after = ""] =
    /^([^\p{L}\p{N}]*)(.+?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
  return inner === ""
    ? escapeTex(word)
    : `${escapeTex(before)}{${escapeTex(inner)}}${escapeTex(after)}`;
}

/** A title whose capitals survive a style that lowers them, its math as math. */
function writeTitle(source: string): string {
  const nodes = readTitleSource(source);
  const words = nodes.map((node) => (node.type === "text" ? node.value : " "));
  const keepsCase = keepsCapitals(words.join(""));
  return nodes
    .map((node) => {
      if (node.type === "math") return `{${writeFormula(node.tex)}}`;
      if (node.type !== "text") return "";
      return node.value.replace(/\S+/gu, (word) =>
        keepsCase(word) ? guard(word) : escapeTex(word),
      );
    })
    .join("");
}

/** BibTeX's types, and its fields for what a paper stands in and for who brought it out. */
const TYPES: Readonly<Record<Kind | "preprint", [type: string, venue: string, publisher: string]>> =
  {
    article: ["article", "journal", "publisher"],
    conference: ["inproceedings", "booktitle", "publisher"],
    chapter: ["incollection", "booktitle", "publisher"],
    book: ["book", "series", "publisher"],
    thesis: ["phdthesis", "series", "school"],
    report: ["techreport", "series", "institution"],
    preprint: ["misc", "howpublished", "publisher"],
  };

/**
 * A paper as a BibTeX entry: its type follows its kind; a preprint is `@misc` with arXiv's own fields.
 * Month as a macro, everything else in braces; ends with a newline.
 */
export function writeBibtex(paper: Paper): string {
  const venue = citedVenue(paper);
  const kind = kindOf(paper);
  const journal = kind === "article";
  const [type, inField, byField] = TYPES[kind];
  const { year, month, day } = issuedOf(paper) ?? {};
  const address =
    paper.url ?? (paper.arxiv === undefined ? undefined : `https://arxiv.org/abs/${paper.arxiv}`);
  const fields: [name: string, value: string | undefined][] = [
    ["title", `{${balanceBraces(writeTitle(paper.titleSource))}}`],
    ["author", braced(paper.authors.map(writeName).join(" and "))],
    ["author+an:orcid", braced(writePlacedOrcids(paper.authors))],
    [inField, venue && braced(escapeTex(venue))],
    ["volume", braced(escapeTex(paper.volume ?? ""))],
    // Styles take a number for that of a series where it is not an article's, in a volume.
    [
      journal && paper.volume !== undefined ? "number" : "issue",
      braced(escapeTex(paper.issue ?? "")),
    ],
    ["pages", braced(escapeTex(paper.pages ?? "").replace(/(?<=\w)-(?=\w)/gu, "--"))],
    [byField, braced(escapeTex(paper.publisher ?? ""))],
    ["year", year === undefined ? undefined : `{${String(year)}}`],
    ["month", month === undefined ? undefined : MONTHS[month - 1]],
    ["day", day === undefined ? undefined : `{${String(day)}}`],
    ["eprint", braced(paper.arxiv)],
    ["archiveprefix", paper.arxiv === undefined ? undefined : "{arXiv}"],
    ["primaryclass", paper.arxiv === undefined ? undefined : braced(paper.category)],
    // BibTeX and biber read identifiers and addresses as they stand.
    ["doi", braced(paper.doi)],
    ["url", braced(address)],
    ["pdf", braced(paper.pdf)],
    ["code", braced(paper.code)],
    ["project", braced(paper.project)],
    ["abstract", braced(writeMath(paper.abstract.tex ?? escapeDollars(paper.abstract.text)))],
    ["keywords", braced(escapeTex(keywordsOf(paper).join(", ")))],
  ];
  const lines = fields
    .filter((field): field is [string, string] => field[1] !== undefined)
    .map(([name, value]) => `  ${name} = ${value}`);
  return `@${type}{${paper.key},\n${lines.join(",\n")}\n}\n`;
}

const braced = (value: string | undefined) =>
  value === undefined || value === "" ? undefined : `{${balanceBraces(value)}}`;
