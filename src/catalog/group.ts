import type { Group } from "./types.ts";

/** Orders text as it stands, the same on every machine: by code units, not the machine's locale. Folding is the caller's. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Papers under each slug, in the papers' order. */
export function groupBy<Paper>(
  papers: readonly Paper[],
  slugsOf: (paper: Paper) => readonly string[],
): Map<string, Paper[]> {
  const groups = new Map<string, Paper[]>();
  for (const paper of papers) {
    for (const slug of new Set(slugsOf(paper))) {
      const group = groups.get(slug);
      if (group) group.push(paper);
      else groups.set(slug, [paper]);
    }
  }
  return groups;
}

/** How often each slug stands with these papers, most often first, ties by slug; `except` is left out. */
export function countWith<Paper>(
  papers: readonly Paper[],
  slugsOf: (paper: Paper) => readonly string[],
  except: string,
): [slug: string, count: number][] {
  return [...groupBy(papers, slugsOf)]
    .filter(([slug]) => slug !== except)
    .map(([slug, members]): [string, number] => [slug, members.length])
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}

/** Papers a year, every year from first to last, so that bars of different groups line up. */
export function countYears(
  years: readonly (number | undefined)[],
  span: readonly [first: number, last: number],
): { year: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [first, last] = span;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    year: first + i,
    count: counts.get(first + i) ?? 0,
  }));
}

/** Most papers first, ties by slug. */
export const bySize = (a: Group, b: Group): number =>
  b.papers.length - a.papers.length || compareText(a.slug, b.slug);
