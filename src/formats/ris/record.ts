import { cleanLine, cleanText } from "../clean.ts";
import { firstAppearance, readDateText, readToldDate, tellDate, yearOf } from "../dates.ts";
import type { Kind } from "../../paper/kinds.ts";
import { addDetails } from "../details.ts";
import { addLinks } from "../links.ts";
import { readCommaName } from "../names.ts";
import type { Sink } from "../reader.ts";
import { readLabelledOrcids, readNamedOrcids, readPlacedOrcids } from "../orcids.ts";
import { withNamedOrcids, withPlacedOrcids } from "../orcids.ts";
import type { SourceAuthor, SourceRecord } from "../record.ts";
import { bareRecord, nameUnplaced } from "../record.ts";
import { readSeveral, severalNames } from "../several-names.ts";
import { joinAbstract } from "./abstract.ts";
import type { TaggedField, TaggedRecord } from "./fields.ts";
import { valuesOf } from "./fields.ts";
import { ORCID_NOTE } from "./write.ts";
import { findUnplaced } from "./find-unplaced.ts";

/** Types whose own title is a book's, and which stand in no other. */
const BOOKS = /^(?:BOOK|EDBOOK|CONF|SER|THES|RPRT|WHOLE)$/u;

/** RIS's codes of types. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:E?JOUR|JFULL|MGZN)$/u, "article"],
  [/^(?:CONF|CPAPER)$/u, "conference"],
  [/^E?CHAP$/u, "chapter"],
  [/^(?:BOOK|EBOOK|EDBOOK)$/u, "book"],
  [/^THES$/u, "thesis"],
  [/^RPRT$/u, "report"],
];

const first = (record: TaggedRecord, ...tags: string[]) =>
  valuesOf(record, ...tags)
    .map(cleanLine)
    .find((text) => text !== "");

/** What programs tell of the author before: MEDLINE's `AUID`. */
export const ORCID_TAG = "AUID";
/** Numbers with names beside them: Web of Science's `OI`. */
export const ORCID_LIST_TAG = "OI";

/** Ovid's for MEDLINE and for Embase. */
const OVID_TAGS = ["AI", "AO"];

/** `Author, One; Author, Two` on one line is two; so are other lists, which are told of. */
function readAuthors(field: TaggedField, made: SourceRecord, sink: Sink): SourceAuthor[] {
  return field.value.split(";").flatMap((text) => {
    const several = readSeveral(text);
    if (several) sink.problem(severalNames(made, field.own ?? field.tag, text));
    const author = several ? undefined : readCommaName(text);
    return several ?? (author === undefined ? [] : [author]);
  });
}

function names(record: TaggedRecord, made: SourceRecord, sink: Sink): SourceAuthor[] {
  const tag = ["AU", "A1"].find((name) => valuesOf(record, name).length > 0);
  const authors: SourceAuthor[] = [];
  for (const field of record.fields) {
    const last = authors.at(-1);
    if (field.tag === tag) authors.push(...readAuthors(field, made, sink));
    else if (field.tag === ORCID_TAG && last && !("collective" in last)) last.orcid = field.value;
  }
  const listed = [
    ...valuesOf(record, ORCID_LIST_TAG).flatMap(readNamedOrcids),
    ...valuesOf(record, ...OVID_TAGS).flatMap(readLabelledOrcids),
  ];
  const [placed] = valuesOf(record, "N1").filter((text) => text.startsWith(ORCID_NOTE));
  const named = listed.length === 0 ? authors : withNamedOrcids(authors, listed);
  return placed === undefined ? named : withPlacedOrcids(named, readPlacedOrcids(placed));
}

/** `DA` tells the day, `PY` and `Y1` the year of the issue; where they differ, the earlier is the first appearance. */
function addDates(record: TaggedRecord, made: SourceRecord, sink: Sink): void {
  const [year = ""] = valuesOf(record, "PY", "Y1");
  // Web of Science writes the month or day alone: `DA  - JUN 5`.
  const days = valuesOf(record, "DA").map((day) => (/\d{4}/u.test(day) ? day : `${day} ${year}`));
  const told = [...days, ...valuesOf(record, "PY", "Y1")];
  const issue = valuesOf(record, "PY", "Y1").map(readDateText).find(Boolean);
  const date = firstAppearance(told.map(readDateText));
  if (date !== undefined) made.date = date;
  // Of several dates only the one that is taken matters, else the first that says something.
  const taken =
    date === undefined
      ? told.find((text) => /[\p{L}\p{N}]/u.test(text))
      : told.find((text) => readDateText(text) === date);
  const hint = "write PY  - 2024, or DA  - 2024/06/05/";
  for (const problem of tellDate(made, taken ?? "", readToldDate(taken ?? ""), hint))
    sink.problem(problem);
  const issued = yearOf(issue);
  if (issued !== undefined && issued !== yearOf(made.date)) made.venueYear = issued;
}

/** The title of what the paper stands in: each program has its own tag for it. */
function venueOf(record: TaggedRecord, type: string): string | undefined {
  if (type === "CONF" || type === "CPAPER")
    return first(record, "T2", "BT", "JF", "JO", "C3", "JA", "J2", "J1", "T3");
  // A book stands in nothing but a series; a thesis's T2 is its department.
  if (BOOKS.test(type)) return first(record, "T3", ...(type === "THES" ? [] : ["T2"]));
  return first(record, "JF", "T2", "JO", "BT", "JA", "J2", "J1");
}

/** A record of RIS as Carrel has it. What is missing is left out; what is unsafe is dropped and named. */
export function toRecord(record: TaggedRecord, source: string, sink: Sink): SourceRecord {
  const type = first(record, "TY")?.toUpperCase() ?? "";
  const own = first(record, "TI", "T1", "CT");
  const title = own ?? first(record, "BT", "ST", "TT");
  const made = bareRecord(source, record.line, title ?? "");
  const key = first(record, "ID", "LB");
  if (key !== undefined) made.sourceKey = key;
  made.abstract = joinAbstract(
    valuesOf(record, "AB").map(cleanText),
    valuesOf(record, "N2").map(cleanText),
  );
  made.authors = names(record, made, sink);
  addDates(record, made, sink);
  const venue = venueOf(record, type);
  if (venue !== undefined && venue !== title) made.venue = venue;
  addDetails(made, {
    kind: KINDS.find(([code]) => code.test(type))?.[1],
    volume: first(record, "VL"),
    issue: first(record, "IS"),
    pages: [first(record, "SP") ?? first(record, "C7"), first(record, "EP")],
    publisher: first(record, "PB"),
  });
  const notes = valuesOf(record, "N1", "M1", "M3", "AN", "C7", "VL", "T2", "JO", "JF", "PB");
  const note = (name: string) =>
    notes.flatMap((text) => new RegExp(`^${name}: (\\S+)$`, "iu").exec(text)?.[1] ?? []);
  addLinks(
    made,
    {
      arxiv: notes.filter((text) => /arxiv/iu.test(text)),
      doi: [...valuesOf(record, "DO"), ...valuesOf(record, "M3", "N1").filter(isDoi)],
      url: valuesOf(record, "UR", "LK"),
      pdf: valuesOf(record, "L1").filter((text) => /^https?:/iu.test(text)),
      code: note("code"),
      project: note("project"),
    },
    sink,
  );
  const category = notes
    .map((text) => /arxiv:\S+ \[([a-z-]+(?:\.[A-Za-z-]+)?)\]/iu.exec(text)?.[1])
    .find(Boolean);
  if (category !== undefined && made.arxiv !== undefined) made.category = category;
  const keywords = valuesOf(record, "KW")
    .flatMap((text) => text.split(/[;\n]/u))
    .map(cleanLine)
    .filter(Boolean);
  if (keywords.length > 0) made.keywords = keywords;
  nameUnplaced(made, findUnplaced(record, made));
  return made;
}

const isDoi = (text: string) => /^(?:doi:?\s*)?10\.\d{4,9}\/\S+$/iu.test(text);
