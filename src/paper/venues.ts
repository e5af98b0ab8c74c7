import { slugify } from "./fold.ts";

/** Where a paper was published: a series (`ICLR`, `Neural Networks`) and the year in it. */
export interface Venue {
  /** With its year: `ICLR 2025`. */
  label: string;
  /** The series without its year: `ICLR`. */
  name: string;
  year?: number;
  slug: string;
  /** The series' name in full, where it is known and another. */
  full?: string;
  /** What it is, where it is known. */
  kind?: "conference" | "journal";
  /** Path segments of other spellings of it: they lead to the one page. */
  formerSlugs?: string[];
}

const countOf = (text: string, sign: string) => text.split(sign).length - 1;

/** A day at the end of a name, before its year: `July 22–28`, `3 May`. */
const ENDS_IN_DAY =
  /(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d[\d ,–-]{0,12}$|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?$/iu;

/**
 * Takes `ICLR 2025` apart into series and year; a venue without a year stays whole. So does one whose year is that of a
 * meeting, in brackets with its town or behind a day: its papers may have come out in another.
 */
export function parseVenue(label: string): Venue {
  const trimmed = label.replace(/\s+/gu, " ").trim();
  const [, series = "", year] = /^(.*[^\s,(])[\s,(]+((?:1[5-9]|20)\d{2})\)?$/u.exec(trimmed) ?? [];
  const isWhole = countOf(series, "(") <= countOf(series, ")") && !ENDS_IN_DAY.test(series);
  if (year === undefined || !isWhole)
    return { label: trimmed, name: trimmed, slug: slugify(trimmed) };
  return { label: trimmed, name: series, year: Number(year), slug: slugify(series) };
}

/** Series that are journals: they change how a paper is cited. */
const JOURNALS =
  /\b(?:journal|transactions|letters|review|proceedings of the national|annals|magazine)\b/iu;

/** Whether a venue is a journal rather than a conference: as far as it is known, else by its name. */
export const isJournal = (venue: Pick<Venue, "name" | "kind">): boolean =>
  venue.kind === undefined ? JOURNALS.test(venue.name) : venue.kind === "journal";
