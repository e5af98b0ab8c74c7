import { standsAlone } from "../../paper/kinds.ts";
import { arxivIdIn } from "../identifiers.ts";
import { addDetails, kindNamed } from "../details.ts";
import { addLinks } from "../links.ts";
import type { Sink } from "../reader.ts";
import type { SourceRecord } from "../record.ts";
import { bareRecord, nameUnplaced } from "../record.ts";
import { readDate } from "./read-date.ts";
import { findUnplaced } from "./find-unplaced.ts";
import { noteAddress } from "./note-address.ts";
import { addOrcids } from "./read-orcids.ts";
import { readNames, splitOutside, withoutEntities } from "./read-names.ts";
import { readTexBlock, readTexLine, readTexTitle, readVerbatim } from "./read-tex.ts";

/** An entry with its strings put in: field names in lower case, values as TeX. */
export interface BibtexEntry {
  type: string;
  key?: string;
  /** 1-based line of the input. */
  line: number;
  fields: ReadonlyMap<string, string>;
}

/** Fields that tell what a paper stands in; the first that says something counts. */
const VENUES = ["journaltitle", "journal", "booktitle", "eventtitle"];

/** A note that is little more than an arXiv id is one; a longer one may speak of another paper. */
const shortNote = (note: string | undefined) =>
  note !== undefined && note.length <= 60 ? note : "";

/** What may hold an arXiv id, in the order of trust; ids that stand alone are marked as arXiv's. */
function arxivTexts(get: (name: string) => string | undefined): (string | undefined)[] {
  const eprint = get("eprint") ?? get("arxivid") ?? get("arxiv");
  const kind = get("archiveprefix") ?? get("eprinttype") ?? "arxiv";
  const own = eprint !== undefined && /arxiv/iu.test(kind) ? arxivIdIn(eprint) : undefined;
  const journal = get("journal") ?? get("journaltitle");
  // DBLP: `journal = {CoRR}, volume = {abs/1706.03762}`.
  const volume = /^abs\/(.*)$/u.exec(get("volume") ?? "")?.[1];
  const isPreprint = volume !== undefined && /corr|arxiv/iu.test(journal ?? "");
  const mentions = ["journal", "journaltitle", "booktitle", "howpublished", "number"]
    .map((name) => get(name) ?? "")
    .concat(shortNote(get("note")), shortNote(get("eprint")))
    .filter((text) => /arxiv/iu.test(text));
  return [own, isPreprint ? volume : undefined, ...mentions];
}

/** Identifiers and addresses, out of the fields that programs and people put them into. */
function addAddresses({ fields }: BibtexEntry, record: SourceRecord, sink: Sink): void {
  const get = (name: string) => {
    const value = fields.get(name);
    return value === undefined ? undefined : readVerbatim(value);
  };
  const noted = noteAddress(get("note"));
  const ofNote = (isCode: boolean) => (noted?.isCode === isCode ? noted.url : undefined);
  addLinks(
    record,
    {
      arxiv: arxivTexts(get),
      doi: [get("doi")],
      url: [
        get("url"),
        /https?:\/\/[^\s{}]+/iu.exec(get("howpublished") ?? "")?.[0],
        ofNote(false),
      ],
      pdf: [get("pdf")].filter((text) => /^https?:/iu.test(text ?? "")),
      code: [get("code"), ofNote(true)].filter((text) => /^https?:/iu.test(text ?? "")),
      project: [get("project")].filter((text) => /^https?:/iu.test(text ?? "")),
    },
    sink,
  );
  const bracketed = /\[([a-z-]+(?:\.[A-Za-z-]+)?)\]/u;
  const category =
    get("primaryclass") ??
    get("eprintclass") ??
    bracketed.exec(`${get("eprint") ?? ""} ${get("journal") ?? ""}`)?.[1];
  if (category !== undefined && category !== "" && record.arxiv !== undefined)
    record.category = category;
}

/** Words parted by commas or semicolons; what `{}` holds together stays. */
const readList = (value: string) =>
  splitOutside(withoutEntities(value).replace(/\s+/gu, " "), / ?[,;] ?/uy)
    .map(readTexLine)
    .filter((word) => word !== "");

/** One entry as a record. What is missing is left out; what cannot be taken as it is, is named. */
export function toRecord(entry: BibtexEntry, source: string, sink: Sink): SourceRecord {
  const { fields, line, key } = entry;
  const text = (name: string) => fields.get(name) ?? "";
  const warn = (
    code: string,
    message: string,
    hint: string,
    severity: "warning" | "note" = "warning",
  ) => {
    sink.problem({ code, severity, source, line, message, hint });
  };
  const title = [text("title"), text("subtitle")].map(readTexTitle).filter(Boolean).join(": ");
  const record = bareRecord(source, line, title);
  if (key !== undefined) record.sourceKey = key;
  record.abstract = readTexBlock(text("abstract"));
  const { authors, isCut, isLoose } = readNames(text("author"));
  const known = addOrcids(authors, fields);
  record.authors = known.authors;
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
  const kind = kindNamed(entry.type);
  const venue = [...VENUES, ...(standsAlone(kind) ? ["series"] : [])]
    .map((name) => readTexLine(text(name)))
    .find(Boolean);
  if (venue !== undefined) record.venue = venue;
  const lineIn = (...names: string[]) =>
    names.map((name) => readTexLine(text(name))).find((value) => value !== "");
  addDetails(record, {
    kind,
    volume: lineIn("volume"),
    issue: lineIn("number", "issue"),
    pages: lineIn("pages", "eid", "articleno", "art_number"),
    publisher: lineIn("publisher", "school", "institution", "organization"),
  });
  addAddresses(entry, record, sink);
  // Scopus: the authors' own words, and those of its indexers.
  const words = ["author_keywords", "keywords", "keyword"].flatMap((name) => readList(text(name)));
  const keywords = [...new Set(words)];
  if (keywords.length > 0) record.keywords = keywords;
  const ids = readList(text("ids"));
  if (ids.length > 0) record.otherKeys = ids;
  nameUnplaced(record, findUnplaced(fields, record, known.used));
  return record;
}
