import { cleanLine, cleanText } from "../clean.ts";
import { readToldDate, tellDate } from "../dates.ts";
import { addDetails, kindNamed } from "../details.ts";
import { addLinks } from "../links.ts";
import { readNameList } from "../names.ts";
import type { Sink } from "../reader.ts";
import type { SourceAuthor, SourceRecord } from "../record.ts";
import { bareRecord, nameUnplaced } from "../record.ts";
import type { Column } from "./columns.ts";

/** What one row tells: the texts of a column that are not empty, best first. */
export interface Row {
  source: string;
  /** 1-based line of the input. */
  line: number;
  texts: (column: Column) => readonly string[];
  /** People, where the input has them apart already. */
  authors?: readonly SourceAuthor[];
  /** Subject words, where the input has them apart already. */
  keywords?: readonly string[];
  /** Names of what else it tells. */
  unplaced?: readonly string[];
}

/** A span of pages, else its ends where a table has them apart, else the number of an article. */
function pagesOf(first: (column: Column) => string): string | readonly string[] {
  const pages = first("pages");
  const start = first("first-page");
  return start === "" || /\d\s*[-‐-―]\s*\d/u.test(pages) ? pages : [start, first("last-page")];
}

/** One row of a table, or one JSON object, as a record. */
export function rowToRecord(
  { source, line, texts, authors, keywords, unplaced = [] }: Row,
  sink: Sink,
): SourceRecord {
  const first = (column: Column) => texts(column)[0] ?? "";
  const record = bareRecord(source, line, cleanLine(first("title")));
  record.abstract = cleanText(first("abstract"));
  record.authors = [...(authors ?? readNameList(first("authors")))];
  const dates = texts("date");
  const told = dates.map(readToldDate);
  const at = Math.max(
    told.findIndex(({ date }) => date !== undefined),
    0,
  );
  const { date } = told[at] ?? {};
  if (date !== undefined) record.date = date;
  const hint = "write 2024, 2024-06 or 2024-06-05";
  for (const problem of tellDate(record, dates[at] ?? "", told[at] ?? {}, hint))
    sink.problem(problem);
  const venue = cleanLine(first("venue"));
  if (venue !== "") record.venue = venue;
  addDetails(record, {
    kind: kindNamed(first("kind")),
    volume: first("volume"),
    issue: first("issue"),
    pages: pagesOf(first),
    publisher: first("publisher"),
  });
  const key = cleanLine(first("key"));
  if (key !== "") record.sourceKey = key;
  addLinks(
    record,
    {
      arxiv: texts("arxiv"),
      doi: texts("doi"),
      url: texts("url"),
      pdf: texts("pdf"),
      code: texts("code"),
      project: texts("project"),
    },
    sink,
  );
  const category = cleanLine(first("category"));
  if (category !== "" && record.arxiv !== undefined) record.category = category;
  const words = keywords ?? first("keywords").split(/[;|\n]|,(?=\s)/u);
  const subjects = words.map(cleanLine).filter((word) => word !== "");
  if (subjects.length > 0) record.keywords = subjects;
  nameUnplaced(record, unplaced);
  return record;
}
