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

/** A venue as the schema wants it, short form and year: `ICLR 2025`. A preprint server is no venue. */
export function writeVenue(
  venue: string,
  year: number | undefined,
  known: KnownVenues = BUILT_IN_VENUES,
): string | undefined {
  if (isPreprintServer(venue)) return undefined;
  const found = known.find(venue);
  const name = found?.name ?? tidyVenue(venue);
  const told = found?.year ?? yearIn(name) ?? year;
  return told === undefined || yearIn(name) !== undefined ? name : `${name} ${String(told)}`;
}
