import type { CatalogPaper } from "../../catalog/types.ts";

/** Rows as they were drawn, by the level of their headings and by paper. */
const drawn = new Map<number, WeakMap<CatalogPaper, string>>();

/**
 * The rows that pages of this build have drawn: a paper's row is the same on every page that lists it, and there are some
 * ten of those. A row goes with its paper: another build, or content that is edited under a running server, has others.
 */
export function drawnRows(level: number): WeakMap<CatalogPaper, string> {
  const rows = drawn.get(level) ?? new WeakMap<CatalogPaper, string>();
  drawn.set(level, rows);
  return rows;
}
