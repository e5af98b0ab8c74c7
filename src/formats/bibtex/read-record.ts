import type { Problem } from "../../paper/problem.ts";
import { unsafeLink } from "../csl/item.ts";
import { arxivIdIn, doiIn, webAddress } from "../identifiers.ts";
import type { SourceRecord } from "../record.ts";
import { bareRecord } from "../record.ts";
import { readDate } from "./read-date.ts";
import { readNames } from "./read-names.ts";
import { readTexBlock, readTexLine, readTexTitle, readVerbatim } from "./read-tex.ts";

/** An entry with its strings put in: field names in lower case, values as TeX. */
export interface BibtexEntry {
  type: string;
  key?: string;
  /** 1-based line of the input. */
  line: number;
  fields: ReadonlyMap<string, string>;
}

/** A note that is little more than an arXiv id is one; a longer one may speak of another paper. */
const shortNote = (note: string | undefined) =>
  note !== undefined && note.length <= 60 ? note : "";

function findArxiv(get: (name: string) => string | undefined): string | undefined {
  const eprint = get("eprint") ?? get("arxivid") ?? get("arxiv");
  const kind = get("archiveprefix") ?? get("eprinttype") ?? "arxiv";
  const own = eprint !== undefined && /arxiv/iu.test(kind) ? arxivIdIn(eprint) : undefined;
  if (own !== undefined) return own;
  const journal = get("journal") ?? get("journaltitle");
  // DBLP: `journal = {CoRR}, volume = {abs/1706.03762}`.
  const volume = /^abs\/(.*)$/u.exec(get("volume") ?? "")?.[1];
  if (volume !== undefined && /corr|arxiv/iu.test(journal ?? "")) return arxivIdIn(volume);
  return ["journal", "journaltitle", "url", "doi", "booktitle", "howpublished", "number"]
    .map((name) => get(name) ?? "")
    .concat(shortNote(get("note")), shortNote(get("eprint")))
    .map((text) => (/arxiv/iu.test(text) ? arxivIdIn(text) : undefined))
    .find((id) => id !== undefined);
}

/** A DOI field is all DOI, whatever signs are in it; of anything else the DOI is found. */
function readDoi(text: string): string | undefined {
  const bare = text.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)/iu, "");
  return /^10\.\d{4,9}\/\S+$/u.test(bare) ? bare.replace(/[.,;]+$/u, "") : doiIn(text);
}

function readLinks(entry: BibtexEntry, record: SourceRecord, problems: Problem[]): void {
  const get = (name: string) => {
    const value = entry.fields.get(name);
    return value === undefined ? undefined : readVerbatim(value);
  };
  const arxiv = findArxiv(get);
  if (arxiv !== undefined) record.arxiv = arxiv;
  const category =
    get("primaryclass") ??
    get("eprintclass") ??
    /\[([a-z-]+(?:\.[A-Za-z-]+)?)\]/u.exec(`${get("eprint") ?? ""} ${get("journal") ?? ""}`)?.[1];
  if (category !== undefined && category !== "" && arxiv !== undefined) record.category = category;
  const address = get("url") ?? /https?:\/\/[^\s{}]+/iu.exec(get("howpublished") ?? "")?.[0];
  const doi =
    readDoi(get("doi") ?? "") ??
    (/\/(?:dx\.)?doi\.org\//iu.test(address ?? "") ? doiIn(address ?? "") : undefined);
  if (doi !== undefined && !/^10\.48550\//u.test(doi)) record.doi = doi;
  if (address === undefined || address === "") return;
  const [first = ""] = address.split(/[\s;]+(?=https?:)|\s+/iu);
  const url = webAddress(first);
  if (url !== undefined) record.url = url;
  if (url === undefined || first !== address)
    problems.push(
      unsafeLink(
        record.source,
        record.line,
        url === undefined ? address : address.slice(first.length).trim(),
      ),
    );
}

/** One entry as a record. What is missing is left out; what cannot be taken as it is, is named. */
export function toRecord(entry: BibtexEntry, source: string, problems: Problem[]): SourceRecord {
  const { fields, line, key } = entry;
  const text = (name: string) => fields.get(name) ?? "";
  const warn = (
    code: string,
    message: string,
    hint: string,
    severity: "warning" | "note" = "warning",
  ) => {
    problems.push({ code, severity, source, line, message, hint });
  };
  const title = [text("title"), text("subtitle")].map(readTexTitle).filter(Boolean).join(": ");
  const record = bareRecord(source, line, title);
  if (key !== undefined) record.sourceKey = key;
  record.abstract = readTexBlock(text("abstract"));
  const { authors, isCut, isLoose } = readNames(text("author"));
  record.authors = authors;
  if (isCut)
    warn(
      "authors-cut",
      `"${title.slice(0, 80)}" names only its first authors, "and others"`,
      "write them all, if they are to be found by their names",
      "note",
    );
  if (isLoose)
    warn(
      "loose-authors",
      `the authors are not parted by "and": ${text("author").slice(0, 80)}`,
      'write "Family, Given and Family, Given"',
    );
  const date = readDate(fields);
  const written = [text("date"), text("year")].find((value) => value.trim() !== "");
  if (date !== undefined) record.date = date;
  else if (written !== undefined)
    warn(
      "bad-date",
      `"${written.slice(0, 40)}" is no date: it is left out`,
      "write year = {2024}, or date = {2024-06-05}",
    );
  const venue = ["journaltitle", "journal", "booktitle", "eventtitle"]
    .map((name) => readTexLine(text(name)))
    .find(Boolean);
  if (venue !== undefined) record.venue = venue;
  readLinks(entry, record, problems);
  return record;
}
