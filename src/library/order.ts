/** Places in a list that readers order by hand: a paper that moves changes its own place and no other's. */

interface Placed {
  key: string;
  place: number;
}

/** Topmost first; papers that got the same place in two tabs at once keep one order in both. */
export const comparePlaces = (a: Placed, b: Placed): number =>
  a.place - b.place || (a.key < b.key ? -1 : 1);

/**
 * The place between two neighbours, either of which may be missing at an end of the list. Undefined where no number is
 * left between them: then the list has to be counted anew.
 */
export function placeBetween(before?: number, after?: number): number | undefined {
  if (before === undefined) return after === undefined ? 0 : after - 1;
  if (after === undefined) return before + 1;
  const middle = (before + after) / 2;
  return middle > before && middle < after ? middle : undefined;
}
