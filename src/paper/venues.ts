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

/** Takes `ICLR 2025` apart into series and year; a venue without a year stays whole. */
export function parseVenue(label: string): Venue {
  const trimmed = label.replace(/\s+/gu, " ").trim();
  const match = /^(.*\S)[\s,(]+((?:1[5-9]|20)\d{2})\)?$/u.exec(trimmed);
  const name = match?.[1] ?? trimmed;
  const year = match?.[2] === undefined ? {} : { year: Number(match[2]) };
  return { label: trimmed, name, ...year, slug: slugify(name) };
}

/** Series that are journals: they change how a paper is cited. */
const JOURNALS =
  /\b(?:journal|transactions|letters|review|proceedings of the national|annals|magazine)\b/iu;

/** Whether a venue is a journal rather than a conference: as far as it is known, else by its name. */
export const isJournal = (venue: Pick<Venue, "name" | "kind">): boolean =>
  venue.kind === undefined ? JOURNALS.test(venue.name) : venue.kind === "journal";
