import type { Author } from "./types.ts";

/** What is asked of a catalog. */
interface Counted {
  papers: readonly unknown[];
  authors: readonly Author[];
}

const NOBODY: ReadonlyMap<string, Author> = new Map();
const found = new WeakMap<Counted, ReadonlyMap<string, Author>>();

/**
 * Authors without a page of their own, by slug: those of a single paper, on a site whose pages of papers and authors
 * would be more than `budget` files. Their names lead to the paper, their addresses to a search. The same catalog is always asked with one budget.
 */
export function findSolo(catalog: Counted, budget: number): ReadonlyMap<string, Author> {
  const { papers, authors } = catalog;
  if (papers.length + authors.length <= budget) return NOBODY;
  let solo = found.get(catalog);
  if (!solo) {
    solo = new Map(
      authors.filter(({ papers: own }) => own.length === 1).map((author) => [author.slug, author]),
    );
    found.set(catalog, solo);
  }
  return solo;
}
