import type { Shelved } from "../catalog/shelf.ts";

/** A page of one route. */
export interface Job {
  /** The route's file. */
  component: string;
  /** Without a slash at either end. */
  path: string;
  /** Digest of the page as an earlier build wrote it, where it would be drawn the same again. */
  kept?: string;
}

/** What a page that was drawn is made of. */
export interface Drawn {
  /** Numbers of the papers that were read for it. */
  reads: number[];
  /** Digest of what was written. */
  html: string;
}

/** What a thread says when it is done: the pages that it drew, by their paths. */
export type Report = [path: string, drawn: Drawn][];

/** What every thread of the press is given: the same memory, read by all. */
export interface Order {
  /** Absolute path of the bundle that Astro draws pages with. */
  entry: string;
  catalog: Shelved;
  /** Serialised by `node:v8`: a `Printing`. */
  printing: SharedArrayBuffer;
  /** One 32-bit number: how many pages are taken. Whoever adds to it draws what it counted. */
  taken: SharedArrayBuffer;
  /** Absolute, with a trailing separator. */
  out: string;
  /** Absolute: the site that an earlier build left, for pages that are kept. */
  before: string;
  /** Where the site stands, with its base: `http://localhost:4321/carrel/`. */
  root: string;
}

/** The part of an order that is large besides, and the same for all threads. */
export interface Printing {
  jobs: Job[];
  /** Of Astro's bookkeeping, what heads of pages are drawn from: page data by its key. */
  pages: [key: string, data: { styles: unknown[] }][];
  scripts: unknown[];
}

/** How many pages a thread takes at once. */
export const CHUNK = 32;

/** In a part of a site: which it is, as `2/4`. It is no part of the whole. */
export const SHARD_FILE = ".shard";
