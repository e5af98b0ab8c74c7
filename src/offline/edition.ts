/** What a build offers to be kept, and what the worker remembers of it. Shapes alone: build, worker and page share them. */

/** Files that the build writes for the worker, below the base path; the worker never answers for them. */
export const EDITION_FILE = "offline/edition.json";
export const LIST_FILE = "offline/list.json";
export const PACK_FILE = "offline/site.tar.gz";
export const WORKER_FILE = "sw.js";

/** The page that stands for an address that is not on the device. */
export const LOST_PAGE = "offline/lost/index.html";

/** A file of the site: its path below the base path, the digest of its bytes, how many there are. */
export type Entry = readonly [path: string, digest: string, bytes: number];

/** A part of the pack that is a gzip file by itself: the next `files` entries of the list. */
export interface Member {
  /** Where it begins in the pack, and its bytes there. */
  at: number;
  size: number;
  /** SHA-256 of those bytes, in hexadecimal. */
  digest: string;
  files: number;
  /** Bytes of its files. */
  bytes: number;
}

/** `offline/edition.json`: one state of the whole site. */
export interface Edition {
  format: 1;
  /** SHA-256 of `offline/list.json`, in hexadecimal: names the edition. */
  version: string;
  files: number;
  /** Bytes of all files as they are kept. */
  bytes: number;
  /** Bytes of the pack, as they are fetched. */
  size: number;
  /** Whether it is small enough to be kept unasked. */
  auto: boolean;
  members: Member[];
  /** Paths of what the page for unknown addresses needs. */
  shell: string[];
}

/** What a page may ask of the worker. `check` looks for a newer edition; `auto` lets it keep a small site unasked. */
export type Wish =
  { type: "check"; auto: boolean } | { type: "keep" } | { type: "stop" } | { type: "forget" };

/** Why the site is not on the device, where the reader can do something about it. */
export type Fault =
  { kind: "room"; needed: number; free: number } | { kind: "network" } | { kind: "damaged" };

/** What the worker tells every page. */
export interface Report {
  type: "offline";
  /** As `html[data-offline]` says it. */
  state: "off" | "saving" | "ready" | "stale";
  /** The edition that is kept whole, and when it was: milliseconds since 1970. */
  kept?: { version: string; bytes: number; savedAt: number };
  /** The edition that the server has, as far as it is known. */
  offered?: { version: string; bytes: number; size: number; auto: boolean };
  /** Bytes of files that are kept so far, while saving or after stopping. */
  done: number;
  total: number;
  stopped: boolean;
  /** Whether this page shows something else than what is kept, so that a reload brings it; absent where nobody knows. */
  reload?: boolean;
  fault?: Fault;
}

/** Names of a site's caches: another site of the same origin has another base path. */
export const cachePrefix = (base: string) => `carrel:${base}:`;
