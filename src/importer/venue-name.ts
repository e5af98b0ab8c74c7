import { BUILT_IN_VENUES } from "../paper/venues/known-venues.ts";
import type { KnownVenues } from "../paper/venues/known-venues.ts";
import { yearIn } from "../paper/venues/recognise.ts";

/** Whether a venue is only where preprints lie. */
export const isPreprintServer = (venue: string): boolean =>
  /^(?:\w*arxiv\b|corr\b|bio ?rxiv|bioarxiv|med ?rxiv|chem ?rxiv|psyarxiv|ssrn\b|social science research network|research square|hal\b(?:$|[ -])|(?:e-?prints?|preprints?)\b|openreview\b|techrxiv|submitted to|under review|in submission|manuscript)/iu.test(
    venue.trim(),
  );

/** A venue that nobody knows, as it is written, without what only says that the paper stands in it. */
const tidyVenue = (venue: string): string =>
  venue
    .replace(/^in(?::\s*|\s+(?=\p{Lu}|\d))/iu, "")
    .replace(/^proc(?:eedings|\.)?\s+of\s+(?:the\s+)?(?=\d+(?:st|nd|rd|th)\b)/iu, "")
    .replace(/\s*\(workshops?(?: (?:poster|track|paper))?\)$/iu, " Workshop")
    .replace(/[\s,;.]+$/u, (end) => (/\p{L}\.$/u.test(venue) && end === "." ? end : ""))
    .trim();

/** What tells journals of one name apart at the National Library of Medicine: `(Barking, Essex : 1987)`, `(1985)`. */
const FOUNDED = /\s*\((?:[^()]{1,60}\s:\s)?((?:1[89]|20)\d{2})(?:-(?:\d{4})?)?\)$/u;
const MEETING = /conf|proc|symposi|workshop|congress|meeting/iu;

/** A journal's name without the year in which it was founded, which no paper of another year came out in. */
function withoutFounding(venue: string, year: number | undefined): string {
  const founded = FOUNDED.exec(venue);
  if (!founded || year === undefined || MEETING.test(venue)) return venue;
  return Number(founded[1]) < year ? venue.slice(0, founded.index) : venue;
}

/** A venue as the schema wants it, short form and year: `ICLR 2025`. A preprint server is no venue. */
export function writeVenue(
  written: string,
  year: number | undefined,
  known: KnownVenues = BUILT_IN_VENUES,
): string | undefined {
  const venue = withoutFounding(written, year);
  if (isPreprintServer(venue)) return undefined;
  const found = known.find(venue);
  const name = found?.name ?? tidyVenue(venue);
  const told = found?.year ?? yearIn(name) ?? year;
  return told === undefined || yearIn(name) !== undefined ? name : `${name} ${String(told)}`;
}
