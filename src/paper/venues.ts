import { slugify } from "./fold.ts";

/** Where a paper was published: a series (`ICLR`, `Neural Networks`) and the year in it. */
export interface Venue {
  /** As written: `ICLR 2025`. */
  label: string;
  /** The series without its year: `ICLR`. */
  name: string;
  year?: number;
  slug: string;
}

/** Takes `ICLR 2025` apart into series and year; a venue without a year stays whole. */
export function parseVenue(label: string): Venue {
  const trimmed = label.replace(/\s+/gu, " ").trim();
  const match = /^(.*\S)[\s,(]+((?:19|20)\d{2})\)?$/u.exec(trimmed);
  const name = match?.[1] ?? trimmed;
  const year = match?.[2] === undefined ? {} : { year: Number(match[2]) };
  return { label: trimmed, name, ...year, slug: slugify(name) };
}

/** Series that are journals: they change how a paper is cited. */
const JOURNALS =
  /\b(?:journal|transactions|letters|review|proceedings of the national|annals|magazine)\b/iu;
const JOURNAL_NAMES = new Set([
  "jmlr",
  "tmlr",
  "neural networks",
  "statistical learning and data science",
  "nature",
  "science",
  "tacl",
  "pnas",
]);

/** Whether a venue is a journal rather than a conference, by its name. */
export function isJournal(venue: Venue): boolean {
  return JOURNALS.test(venue.name) || JOURNAL_NAMES.has(venue.name.toLowerCase());
}
