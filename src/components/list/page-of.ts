/** One page of a list. */
export interface ListPage<T> {
  items: T[];
  /** 1-based. */
  page: number;
  pages: number;
  /** Place of the first item in the whole list, 1-based; 0 in an empty list. */
  first: number;
  total: number;
}

/** How many pages a list of `total` items fills; an empty list still has its first. */
export const pageCount = (total: number, size: number): number =>
  Math.max(1, Math.ceil(total / size));

/** Every page of a list with the rest of its path: nothing for the first, then `page/2`, `page/3`, … */
export const listPages = (
  total: number,
  size: number,
): { page: number; path: string | undefined }[] =>
  Array.from({ length: pageCount(total, size) }, (_, i) => ({
    page: i + 1,
    path: i === 0 ? undefined : `page/${String(i + 1)}`,
  }));

/** The `page`th part of a list. */
export function pageOf<T>(items: readonly T[], page: number, size: number): ListPage<T> {
  const start = (page - 1) * size;
  return {
    items: items.slice(start, start + size),
    page,
    pages: pageCount(items.length, size),
    first: items.length === 0 ? 0 : start + 1,
    total: items.length,
  };
}

/** The `page`th part of a list of keys, as what they stand for: looked up for that part alone, not for the whole list. */
export function pageOfKeys<T>(
  keys: readonly string[],
  byKey: Pick<ReadonlyMap<string, T>, "get">,
  { page, size }: { page: number; size: number },
): ListPage<T> {
  const list = pageOf(keys, page, size);
  const items = list.items.map((key) => byKey.get(key)).filter((item) => item !== undefined);
  return { ...list, items };
}

/** The page numbers to offer: first, last, and two either side of this one; 0 stands for a gap. */
export function offeredPages(page: number, pages: number): number[] {
  const near = Array.from({ length: pages }, (_, i) => i + 1).filter(
    (n) => n === 1 || n === pages || Math.abs(n - page) <= 2,
  );
  return near.flatMap((n, i) => (i > 0 && n - (near[i - 1] ?? n) > 1 ? [0, n] : [n]));
}
