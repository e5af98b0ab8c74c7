import { basename } from "node:path";
import type { SourceRecord } from "../formats/record.ts";
import { cleanLine } from "../formats/clean.ts";
import { arxivIdIn } from "../formats/identifiers.ts";
import { BadMdx, readTree } from "../loader/read-tree.ts";
import { parseDate } from "../paper/dates.ts";
import { fieldFault } from "../paper/field-fault.ts";
import { fold, foldTitle } from "../paper/fold.ts";
import type { Kind } from "../paper/kinds.ts";
import { kindOf, standsAlone } from "../paper/kinds.ts";
import type { Known } from "../paper/known.ts";
import { BUILT_IN } from "../paper/known.ts";
import type { Person } from "../paper/people.ts";
import type { Problem } from "../paper/problem.ts";
import { paperSchema } from "../paper/schema.ts";
import type { Block, Repair } from "../paper/text/index.ts";
import { blockText, inlineText, readText, readTitle, writeMdx } from "../paper/text/index.ts";
import { personOf, writeAuthor } from "./authors.ts";
import { digest } from "./digest.ts";
import { findOdd } from "./odd.ts";
import type { EntryData, Field } from "./entry-file.ts";
import type { Identity } from "./ledger.ts";
import { ownPage } from "./own-page.ts";
import { writeTitle } from "./title.ts";
import { writeVenue } from "./venue-name.ts";

/** A record made ready to become an entry. */
export interface Draft {
  record: SourceRecord;
  data: EntryData;
  body: string;
  identity: Identity;
  authors: Person[];
  year: number | undefined;
  /** Words of title and abstract, for suggestions and comparisons. */
  title: string;
  abstract: string;
  /** What was mended in its text, one note each. */
  repairs: Problem[];
}

const titleDigest = (title: string) => digest(foldTitle(title) || title);

function describe(record: SourceRecord, where: string, repair: Repair): Problem {
  const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return {
    code: "repaired",
    severity: "note",
    source: record.source,
    line: record.line,
    message: `${where}: ${repair.rule}: "${cut(repair.before)}" became "${cut(repair.after)}"`,
  };
}

/**
 * The body of an entry. Writing escapes all that MDX would run; should any text ever get through,
 * the words alone are written, every character that could be markup as a character reference.
 */
export function writeBody(blocks: readonly Block[]): { body: string; isPlain: boolean } {
  const body = writeMdx([...blocks]).trim();
  try {
    if (readTree(body).components === "none") return { body, isPlain: false };
  } catch (error) {
    if (!(error instanceof BadMdx)) throw error;
  }
  const plain = blockText(blocks).replace(
    /[^\p{L}\p{N}\s.,;]|^\p{L}/gmu,
    (char) => `&#${String(char.codePointAt(0))};`,
  );
  return { body: plain.trim(), isPlain: true };
}

/** The kind of a paper, where its venue would let people take it for another. */
function kindToWrite(
  kind: Kind | undefined,
  venue: string | undefined,
  known: Known,
): Kind | undefined {
  if (kind === undefined) return undefined;
  if (venue === undefined) return standsAlone(kind) ? kind : undefined;
  return kindOf({ venue: known.venues.read(venue) }) === kind ? undefined : kind;
}

/** The fields of an entry out of a record; topics, tags and aliases come later. */
function fieldsOf(record: SourceRecord, title: string, known: Known): EntryData {
  const year = record.date === undefined ? undefined : parseDate(record.date)?.year;
  const venue =
    record.venue === undefined
      ? undefined
      : writeVenue(cleanLine(record.venue), record.venueYear ?? year, known.venues);
  const authors = record.authors.map(writeAuthor).filter((author) => author !== undefined);
  const data: EntryData = { title };
  if (authors.length > 0) data.authors = authors;
  const rest: [Field, string | undefined][] = [
    ["date", record.date],
    ["venue", venue],
    ["kind", kindToWrite(record.kind, venue, known)],
    ["volume", record.volume],
    ["issue", record.issue],
    ["pages", record.pages],
    ["publisher", record.publisher],
    ["arxiv", record.arxiv],
    ["category", record.category],
    ["doi", record.doi],
    ["url", ownPage(record)],
    ["pdf", record.pdf],
    ["code", record.code],
    ["project", record.project],
  ];
  for (const [field, value] of rest) if (value !== undefined && value !== "") data[field] = value;
  return data;
}

/**
 * Makes a draft of a record, or tells why there is none. What the schema refuses is left out and named.
 *
 * @param now the year of the import: what is dated long after it was mistyped.
 */
export function makeDraft(
  record: SourceRecord,
  known: Known = BUILT_IN,
  now = Infinity,
): { draft?: Draft; problems: Problem[] } {
  const place = { source: record.source, line: record.line };
  const read = readTitle(record.title);
  const title = cleanLine(inlineText(read.children));
  if (title === "") {
    const { abstract, authors, sourceKey, url, venue, date } = record;
    const says = [abstract, url, venue, date].some((text) => text !== undefined && text !== "");
    const name = sourceKey === undefined ? "" : `: "${sourceKey}"`;
    const message =
      says || authors.length > 0
        ? `a record without a title${name}`
        : "a record with nothing in it";
    const hint = "give it a title; nothing of it was imported";
    return { problems: [{ code: "no-title", severity: "error", ...place, message, hint }] };
  }
  const problems: Problem[] = [];
  const data = fieldsOf(record, writeTitle(read.children), known);
  for (const issue of paperSchema.safeParse(data).error?.issues ?? []) {
    const field = String(issue.path[0] ?? "") as Field;
    if (field === "title" || data[field] === undefined) continue;
    const value = JSON.stringify(data[field]).slice(0, 80);
    const message = `${field} ${value} ${fieldFault(issue, data)}: it is left out`;
    const hint = "mend it there and import again, or add it to the entry by hand";
    Reflect.deleteProperty(data, field);
    problems.push({ code: "dropped-field", severity: "warning", ...place, message, hint });
  }
  problems.push(...findOdd(record, title, now));
  const text = readText(record.abstract);
  const { body, isPlain } = writeBody(text.blocks);
  if (isPlain)
    problems.push({
      code: "plain-body",
      severity: "warning",
      ...place,
      message: `the abstract of "${title.slice(0, 80)}" could not be written as MDX: its words alone were`,
      hint: "read the entry once and put its formulas and links back by hand",
    });
  const authors = record.authors
    .map(writeAuthor)
    .filter((author) => author !== undefined)
    .map(personOf);
  const family = fold(authors[0]?.family ?? "");
  const keys = [record.sourceKey, ...(record.otherKeys ?? [])].filter((key) => key !== undefined);
  const draft: Draft = {
    record,
    data,
    body,
    identity: {
      titles: [...new Set([titleDigest(record.title), titleDigest(title)])],
      ...(family === "" ? {} : { family }),
      ...(record.arxiv === undefined ? {} : { arxiv: record.arxiv }),
      ...(record.doi === undefined ? {} : { doi: record.doi.toLowerCase() }),
      ...(keys.length === 0 ? {} : { keys, sources: [basename(record.source)] }),
    },
    authors,
    year: record.date === undefined ? undefined : parseDate(record.date)?.year,
    title,
    abstract: blockText(text.blocks),
    repairs: [
      ...read.repairs.map((repair) => describe(record, "title", repair)),
      ...text.repairs.map((repair) => describe(record, "abstract", repair)),
    ],
  };
  return { draft, problems };
}

/** The identity of an entry that somebody else wrote, from its fields. */
export function identityOf(data: EntryData): Identity {
  const text = (field: Field) => {
    const value = data[field];
    return typeof value === "string" ? value : undefined;
  };
  const arxiv = text("arxiv");
  const authors = Array.isArray(data.authors) ? (data.authors as unknown[]) : [];
  const first = authors[0];
  const family =
    typeof first === "string" || (typeof first === "object" && first !== null && "name" in first)
      ? fold(personOf(first as string).family)
      : "";
  return {
    titles: [titleDigest((text("title") ?? "").replace(/\\\$/gu, "$"))],
    ...(family === "" ? {} : { family }),
    ...(arxiv === undefined ? {} : { arxiv: arxivIdIn(arxiv) ?? arxiv }),
    ...(text("doi") === undefined ? {} : { doi: (text("doi") ?? "").toLowerCase() }),
  };
}
