import type { Author, CatalogPaper, Tag, Topic, VenueGroup, YearGroup } from "../catalog/types.ts";
import type { Paper } from "../paper/paper.ts";
import type { Fragment } from "../search/engine/index.ts";
import type { Example } from "../search/examples.ts";

/**
 * What a pocket file carries, block by block. A block is a name and bytes; one that is JSON has one of these shapes.
 * Papers are named by their numbers, newest first from 0, as the search index numbers them.
 */

/** Something that papers are listed under, its papers by number. */
type Numbered<Group extends { papers: string[] }> = Omit<Group, "papers"> & { papers: number[] };

export type PocketTopic = Numbered<Topic>;
export type PocketTag = Numbered<Tag>;
export type PocketVenue = Numbered<VenueGroup>;
export type PocketYear = Numbered<YearGroup>;
export type PocketAuthor = Numbered<Omit<Author, "sortName">>;

/** A paper as its page draws it. What only builds need stays behind. */
export type PocketPaper = Omit<CatalogPaper, "abstract" | "related"> & {
  abstract: Omit<Paper["abstract"], "sentences"> & {
    /** How many sentences have an anchor: `s1`, `s2`, … */
    sentences: number;
  };
  related: { paper: number; shares: string[] }[];
};

/** What is read when the file opens: everything but papers and authors. */
export interface Shelves {
  title: string;
  tagline: string;
  description: string;
  pageSize: number;
  papers: number;
  authors: number;
  /** Date of the newest paper, in words; empty where unknown. */
  updated: string;
  /** Where the site itself is, if that is known. */
  home?: string;
  topics: PocketTopic[];
  tags: PocketTag[];
  venues: PocketVenue[];
  years: PocketYear[];
  examples: Example[];
}

/** How keys, and the addresses that papers had before, lead to papers. */
export interface Keys {
  /** By number. */
  keys: string[];
  /** Former key or path to number. */
  aliases: Record<string, number>;
}

/** A paper bound together with what a search result shows of it. */
export interface Leaf {
  paper: PocketPaper;
  fragment: Fragment;
}

/** Papers that are compressed, and read, together. */
export const VOLUME = 32;

export const blockNames = {
  shelves: "shelves",
  keys: "keys",
  authors: "authors",
  /** The volume that a paper is in. */
  volume: (paper: number) => `papers-${String(Math.floor(paper / VOLUME))}`,
  /** A file of the search index, by its path below `search/`. */
  search: (path: string) => `search/${path}`,
} as const;
