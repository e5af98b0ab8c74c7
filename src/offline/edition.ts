/** What a build offers to be kept, and what the worker remembers of it. Shapes alone: build, worker and page share them. */

/** Files that the build writes for the worker, below the base path; the worker never answers for them. */
export const EDITION_FILE = "offline/edition.json";
export const WORKER_FILE = "sw.js";

/** No host compresses, unpacks or renders what ends in `.bin`: what arrives is what was written. */
export const LIST_FILE = "offline/list.bin";
export const partFile = (digest: string) => `offline/parts/${digest}.bin`;

/** The archives that hold the whole site, one or a few: for a first save, and to be carried elsewhere. */
export const packFile = (place: number) =>
  place === 0 ? "offline/site.tar.gz" : `offline/site-${String(place + 1)}.tar.gz`;

/** The page that stands for an address that is not on the device. */
export const LOST_PAGE = "offline/lost/index.html";

/** A file of the site: its path below the base path, the digest of its bytes, how many there are. */
export type Entry = readonly [path: string, digest: string, bytes: number];

/**
 * A part of the site that is a gzipped archive by itself: the next `files` entries of the list. It is kept
 * as it came, and stands in the site twice: as a file, and as a stretch of a pack.
 */
export type Part = readonly [digest: string, size: number, files: number];

/** `offline/list.bin`, gzipped JSON: everything that an edition holds, in the order of the packs. */
export interface List {
  parts: Part[];
  files: Entry[];
  /** How many parts each pack holds. */
  packs: number[];
  /** The topics' slugs, each with the places of the parts that a reader of it alone needs. */
  topics: [slug: string, parts: number[]][];
}

/** `offline/edition.json`: one state of the whole site. */
export interface Edition {
  format: 2;
  /** SHA-256 of the list's JSON, in hexadecimal: names the edition. */
  version: string;
  files: number;
  /** Bytes of all parts, as they are fetched and kept. */
  size: number;
  /** Whether it is small enough to be kept unasked. */
  auto: boolean;
  /** How many archives hold it. */
  packs: number;
  /** What can be kept alone: slug, name, bytes. */
  topics: [slug: string, name: string, size: number][];
  /** Bytes that all of them have in common: search, styles, the pages of the first level. */
  shared?: number;
  /** Paths of what the page for unknown addresses needs. */
  shell: string[];
}

/** What a page may ask of the worker. `check` looks for a newer edition; `auto` lets it keep a small site unasked. */
export type Wish =
  | { type: "check"; auto: boolean }
  | { type: "keep"; topics?: string[] }
  | { type: "stop" }
  | { type: "forget" };

/**
 * Why the site is not on the device, where the reader can do something about it. `free` is not known where a
 * browser takes no more although it says that it has room; of `topics` that were chosen the site has none any more.
 */
export type Fault =
  | { kind: "room"; needed: number; free?: number }
  | { kind: "network" }
  | { kind: "damaged" }
  | { kind: "topics" };

/** What the worker tells every page. */
export interface Report {
  type: "offline";
  /** As `html[data-offline]` says it. */
  state: "off" | "saving" | "ready" | "stale";
  /** The edition that is kept, whole or the pages of some topics, and when it was: milliseconds since 1970. */
  kept?: { version: string; bytes: number; savedAt: number; topics?: readonly string[] };
  /** The edition that the server has, as far as it is known. */
  offered?: Pick<Edition, "version" | "size" | "auto" | "packs" | "topics" | "shared">;
  /** The topics that the reader asked for, where it was not all of the site. */
  chosen?: readonly string[];
  /** What they and the kept ones are called, by slug, also where the site has them no more. */
  names?: Readonly<Record<string, string>>;
  /** Bytes that are kept so far, while saving or after stopping. */
  done: number;
  total: number;
  stopped: boolean;
  /** Whether something is on its way now. */
  busy: boolean;
  /** Whether the site could not be reached when that was last tried. */
  away: boolean;
  /** Whether this page shows something else than what is kept, so that a reload brings it; absent where nobody knows. */
  reload?: boolean;
  fault?: Fault;
}

/** Names of a site's caches: another site of the same origin has another base path. */
export const cachePrefix = (base: string) => `carrel:${base}:`;
