import type { Catalog, CatalogPaper } from "./types.ts";

/** The papers of these keys, in their order. */
export function pick(catalog: Catalog, keys: readonly string[]): CatalogPaper[] {
  return keys.map((key) => catalog.byKey.get(key)).filter((paper) => paper !== undefined);
}
