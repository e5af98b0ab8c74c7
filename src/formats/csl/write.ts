import { issuedOf } from "../../paper/issued.ts";
import { keywordsOf } from "../../paper/keywords.ts";
import type { Kind } from "../../paper/kinds.ts";
import { citedVenue, kindOf, standsAlone } from "../../paper/kinds.ts";
import type { Paper } from "../../paper/paper.ts";
import { publisherOf } from "../../paper/place.ts";
import { writePlacedOrcids } from "../orcids.ts";

/** What CSL has no field for stands where its schema puts other programs' own: addresses, arXiv's category, authors' numbers. */
function customOf(paper: Paper): Record<string, string> | undefined {
  const { pdf, code, project, category } = paper;
  const orcids = writePlacedOrcids(paper.authors) || undefined;
  const own = Object.entries({ pdf, code, project, category, orcids });
  const known = own.filter((field): field is [string, string] => field[1] !== undefined);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

/** CSL's types. */
export const CSL_TYPES: Readonly<Record<Kind | "preprint", string>> = {
  article: "article-journal",
  conference: "paper-conference",
  chapter: "chapter",
  book: "book",
  thesis: "thesis",
  report: "report",
  preprint: "article",
};

/** A paper as an item of CSL-JSON (schema 1.0.2): a plain object, fields in a fixed order. */
export function toCsl(paper: Paper): Record<string, unknown> {
  const kind = kindOf(paper);
  const { year, month, day } = issuedOf(paper) ?? {};
  const parts = [year, month, day].filter((part) => part !== undefined);
  const address =
    paper.url ?? (paper.arxiv === undefined ? undefined : `https://arxiv.org/abs/${paper.arxiv}`);
  const item: Record<string, unknown> = {
    id: paper.key,
    "citation-key": paper.key,
    type: CSL_TYPES[kind],
    title: paper.title,
    author: paper.authors.map(({ family, given, suffix, collective }) =>
      collective || given === ""
        ? { literal: family }
        : { family, given, ...(suffix ? { suffix } : {}) },
    ),
    issued: parts.length === 0 ? undefined : { "date-parts": [parts] },
    [standsAlone(kind) ? "collection-title" : "container-title"]: citedVenue(paper),
    volume: paper.volume,
    issue: paper.issue,
    page: paper.pages,
    publisher: publisherOf(paper),
    number: paper.arxiv === undefined ? undefined : `arXiv:${paper.arxiv}`,
    DOI: paper.doi,
    URL: address,
    abstract: paper.abstract.text.trim() || undefined,
    custom: customOf(paper),
    keyword: keywordsOf(paper).join(", ") || undefined,
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

/**
 * Papers as a CSL-JSON array in pieces, one a paper. Each item is a line, so that a difference shows as a line; an array
 * of none is one line.
 */
export function* cslPieces(papers: Iterable<Paper>): Generator<string> {
  let lead = "[\n";
  for (const paper of papers) {
    yield lead + JSON.stringify(toCsl(paper));
    lead = ",\n";
  }
  yield lead === ",\n" ? "\n]\n" : "[]\n";
}

/** Papers as a CSL-JSON array, as {@link cslPieces} has it. */
export const writeCsl = (papers: Iterable<Paper>): string => [...cslPieces(papers)].join("");
