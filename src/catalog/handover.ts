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
}

function slot(): Handover {
  const shared = globalThis as { [SLOT]?: Handover };
  if (!shared[SLOT]) {
    const { promise, resolve } = Promise.withResolvers<Catalog>();
    shared[SLOT] = { promise, resolve };
  }
  return shared[SLOT];
}

/** Hands the catalog of this build to whoever waits for it. */
export const offerCatalog = (catalog: Catalog): void => {
  slot().catalog = catalog;
  slot().resolve(catalog);
};

/** The catalog of this build, as soon as the first page has asked for it. */
export const awaitCatalog = (): Promise<Catalog> => slot().promise;

/** The catalog of this build, for steps that run after the pages. */
export const offeredCatalog = (): Catalog | undefined => slot().catalog;
