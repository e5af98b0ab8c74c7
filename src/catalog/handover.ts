import type { Catalog } from "./types.ts";

/**
 * Astro's pages and its integrations run in one process but load separate copies of every module;
 * the catalog that the pages made reaches the build steps (search index, offline manifest) through here.
 */
const SLOT = Symbol.for("carrel.catalog");

interface Handover {
  promise: Promise<Catalog>;
  catalog?: Catalog;
  resolve: (catalog: Catalog) => void;
  drawing: PromiseWithResolvers<void>;
  /** Long work beside the drawing. */
  beside: Promise<unknown>[];
}

function slot(): Handover {
  const shared = globalThis as { [SLOT]?: Handover };
  if (!shared[SLOT]) {
    const { promise, resolve } = Promise.withResolvers<Catalog>();
    shared[SLOT] = { promise, resolve, drawing: Promise.withResolvers(), beside: [] };
  }
  return shared[SLOT];
}

/** Hands the catalog of this build to whoever waits for it. */
export const offerCatalog = (catalog: Catalog): void => {
  slot().catalog = catalog;
  slot().resolve(catalog);
};

/** Says that the pages are being drawn from here on: by other threads, if there are many. */
export const beginDrawing = (): void => {
  slot().drawing.resolve();
};

/**
 * The catalog of this build, once the pages are being drawn from it: long work that begins earlier would keep the
 * threads that draw from beginning.
 */
export async function awaitCatalog(): Promise<Catalog> {
  await slot().drawing.promise;
  return slot().promise;
}

/** The catalog of this build, for steps that run after the pages. */
export const offeredCatalog = (): Catalog | undefined => slot().catalog;

/** Says that there is long work that goes on while pages are drawn: a core is left to it. */
export const goBeside = (work: Promise<unknown>): void => {
  slot().beside.push(work);
};

/** The end of all work that was said to go on beside the drawing, however it ends; undefined where there is none. */
export const besideDrawing = (): Promise<unknown> | undefined => {
  const { beside } = slot();
  return beside.length === 0 ? undefined : Promise.allSettled(beside);
};
