/** Rows that are kept: some 3 KB each. */
const MOST = 20_000;

/** Rows as they were drawn, by the level of their headings and by key. */
const drawn = new Map<number, Map<string, string>>();

/**
 * The rows that pages of this build have drawn, by the keys of their papers: a paper's row is the same on every page that
 * lists it, and there are some ten of those. Where content is edited under a running server, none is kept.
 */
export function drawnRows(level: number): Map<string, string> {
  const rows = (import.meta.env.DEV ? undefined : drawn.get(level)) ?? new Map<string, string>();
  drawn.set(level, rows);
  return rows;
}

/** Keeps a row, in one piece: as Astro draws it, it is a chain of hundreds. The oldest goes where there are too many. */
export function keepRow(rows: Map<string, string>, key: string, html: string): void {
  if (rows.size >= MOST) rows.delete(rows.keys().next().value ?? "");
  rows.set(key, Buffer.from(html).toString());
}
