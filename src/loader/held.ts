import type { PaperEntry } from "./read-entry.ts";

/**
 * Papers that a build has read, by key. Astro's own store would write all of them as one text: half a gigabyte at
 * a hundred thousand papers, more than a string can be, and again as a module for the pages. Pages and loaders run in
 * one process but load separate copies of every module, so they meet here.
 */
const SLOT = Symbol.for("carrel.papers");

const slot = globalThis as { [SLOT]?: ReadonlyMap<string, PaperEntry> | undefined };

/** Keeps the papers of this build for the catalog. */
export const holdPapers = (papers: ReadonlyMap<string, PaperEntry>): void => {
  slot[SLOT] = papers;
};

/**
 * The papers of this build; undefined where Astro's store has them, as while content is being edited. They are given once,
 * to the catalog, and are its own from then on.
 */
export function takePapers(): ReadonlyMap<string, PaperEntry> | undefined {
  const papers = slot[SLOT];
  slot[SLOT] = undefined;
  return papers;
}
