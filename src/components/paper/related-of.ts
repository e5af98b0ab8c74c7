import type { Catalog, CatalogPaper } from "../../catalog/types.ts";

/** A paper's related papers whole, each with the terms that it shares. */
export function relatedOf(
  paper: CatalogPaper,
  catalog: Catalog,
): { paper: CatalogPaper; shares: readonly string[] }[] {
  return paper.related.flatMap(({ key, shares }) => {
    const near = catalog.byKey.get(key);
    return near ? [{ paper: near, shares }] : [];
  });
}
