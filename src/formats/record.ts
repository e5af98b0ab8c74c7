import type { Kind } from "../paper/kinds.ts";
import type { Problem } from "../paper/problem.ts";

/** One author as a source gives them: name parts where it has them, else the name as written. */
export type SourceAuthor =
  | { name: string; orcid?: string }
  | { family: string; given: string; suffix?: string; orcid?: string }
  /** A group that signs as one: never taken apart. */
  | { collective: string };

/** A paper as a source tells it, before anything is made of it: text is raw, fields may be missing. */
export interface SourceRecord {
  /** The input's name. */
  source: string;
  /** 1-based line of the input on which the record starts. */
  line: number;
  /** The source's own citation key. */
  sourceKey?: string;
  /** What it has in place of one, where any other file may have the same: `12`. */
  vagueKey?: string;
  /** As written; may hold TeX. */
  title: string;
  /** As written, paragraphs apart by a blank line; empty where there is none. */
  abstract: string;
  authors: SourceAuthor[];
  /** ISO 8601 at the precision that is known: `2024`, `2024-06`, `2024-06-05`. */
  date?: string;
  /** Where it was published, as the source names it; the year may be missing. */
  venue?: string;
  /** The year of that, where `date`, the day of first publication, is of another one. */
  venueYear?: number;
  /** What the source says that it is. */
  kind?: Kind;
  volume?: string;
  issue?: string;
  /** First and last, a hyphen between them. */
  pages?: string;
  /** Publisher of a book, university of a thesis, institution of a report. */
  publisher?: string;
  /** arXiv id without version. */
  arxiv?: string;
  /** arXiv's primary category. */
  category?: string;
  /** Bare. */
  doi?: string;
  /** Web addresses: http or https. */
  url?: string;
  pdf?: string;
  code?: string;
  project?: string;
  /** Subject words as the source has them. */
  keywords?: string[];
  /** Whether the source names only the first authors. */
  isCut?: true;
  /** What was done to its names on the way here: as they stood, as they stand; `where` is a field's name. */
  mended?: { rule: "shouted-name" | "mojibake"; where: string; before: string; after: string }[];
  /** Other keys that the source gives the paper. */
  otherKeys?: string[];
  /** Names of the source's fields that say something and have no place here. */
  unplaced?: string[];
}

/** What a reader makes of an input: every record that could be read, and everything that could not. */
export interface Reading {
  records: SourceRecord[];
  problems: Problem[];
}

/** A record with only what every source has. */
export function bareRecord(source: string, line: number, title: string): SourceRecord {
  return { source, line, title, abstract: "", authors: [] };
}

/** Puts on a record the names of what it has no place for, where there are any. */
export function nameUnplaced(record: SourceRecord, unplaced: readonly string[]): void {
  if (unplaced.length > 0) record.unplaced = [...unplaced];
}
