import type { Venue } from "./venues.ts";
import { isJournal } from "./venues.ts";

/** What a paper can be, by what it stands in; theses, reports and books stand alone. */
export const KINDS = ["article", "conference", "chapter", "book", "thesis", "report"] as const;

export type Kind = (typeof KINDS)[number];

/** What a paper is: what its entry says, else what its venue implies; without a venue it is a preprint. */
export function kindOf({ kind, venue }: { kind?: Kind; venue?: Venue }): Kind | "preprint" {
  if (kind !== undefined) return kind;
  if (venue === undefined) return "preprint";
  return isJournal(venue) ? "article" : "conference";
}

/** Kinds whose venue, where they have one, is only the series that they belong to. */
export const standsAlone = (kind: Kind | "preprint" | undefined): boolean =>
  kind === "book" || kind === "thesis" || kind === "report";

/**
 * What a reference names as the place of a paper: the venue's full name; where that is not known, a conference with its
 * year, and what else a paper stands in by its name alone.
 */
export function citedVenue(paper: { kind?: Kind; venue?: Venue }): string | undefined {
  const { venue } = paper;
  if (venue === undefined) return undefined;
  return venue.full ?? (kindOf(paper) === "conference" ? venue.label : venue.name);
}
