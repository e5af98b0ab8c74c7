import type { Catalog, Group } from "./types.ts";

/** What lists papers, by the first part of its address, and the facet that finds the same papers. */
const FACETS = {
  topics: "topic",
  tags: "tag",
  authors: "author",
  venues: "venue",
  years: "year",
} as const;

export type Listing = keyof typeof FACETS;

const LISTINGS = Object.keys(FACETS) as Listing[];

/** Beyond so many papers, none but topics have files of their own. */
interface Budget {
  perPaperFiles: number;
}

/** How a list's papers can be had as citations. */
export interface Citable {
  listing: Listing;
  slug: string;
  /** Whether it has citation files. */
  files: boolean;
  /** The search that has the same papers: `topic=scaling-laws`. */
  query: string;
}

/**
 * How a list's papers can be had as citations. A topic always has files, for there are few; another list in a
 * collection whose papers have files too, unless it is an author's one paper, whose own files are the same.
 */
export const citableOf = (
  listing: Listing,
  { slug, papers }: Pick<Group, "slug" | "papers">,
  catalog: Pick<Catalog, "papers">,
  { perPaperFiles }: Budget,
): Citable => ({
  listing,
  slug,
  files:
    listing === "topics" ||
    (catalog.papers.length <= perPaperFiles && (listing !== "authors" || papers.length > 1)),
  query: `${FACETS[listing]}=${slug}`,
});

/** What a list says of itself above its papers; empty if nothing. */
export const aboutOf = (group: Group & { summary?: string; about?: string }): string =>
  group.summary ?? group.about ?? "";

/** Every list that has citation files. */
export const citableLists = (
  catalog: Pick<Catalog, Listing | "papers">,
  budget: Budget,
): { listing: Listing; group: Group; about: string }[] =>
  LISTINGS.flatMap((listing) =>
    catalog[listing]
      .filter((group) => citableOf(listing, group, catalog, budget).files)
      .map((group) => ({ listing, group, about: aboutOf(group) })),
  );
