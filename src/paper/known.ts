import { KnownPeople } from "./known-people.ts";
import type { PersonData, VenueData } from "./schema.ts";
import { BUILT_IN_VENUES, KnownVenues } from "./venues/known-venues.ts";

/** What a site knows of names: who is who, and which venue is which. */
export interface Known {
  people: KnownPeople;
  venues: KnownVenues;
}

/** What every site knows without files of its own. */
export const BUILT_IN: Known = { people: new KnownPeople(), venues: BUILT_IN_VENUES };

/** What a site knows by its `people.yaml` and `venues.yaml`. */
export function knownBy(
  people: Readonly<Record<string, PersonData>>,
  venues: Readonly<Record<string, VenueData>>,
): Known {
  return {
    people: new KnownPeople(people),
    venues: Object.keys(venues).length === 0 ? BUILT_IN_VENUES : new KnownVenues(venues),
  };
}
