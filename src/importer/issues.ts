import { cleanLine } from "../formats/clean.ts";
import { fold } from "../paper/fold.ts";
import type { EntryData } from "./entry-file.ts";

/** Where and when a paper was printed, as its entry tells. */
export interface Printed {
  year: number | undefined;
  data: EntryData;
}

const textOf = (value: unknown) => (typeof value === "string" ? cleanLine(value) : undefined);

/** The first of a paper's pages: of `12-15`, `12,15` and `12+` it is 12. */
export const firstPage = ({ pages }: Pick<EntryData, "pages">): string | undefined =>
  textOf(pages)
    ?.split(/[-–—,+]/u)[0]
    ?.trim();

/** An entry's venue without its year. */
const seriesOf = ({ venue }: EntryData) => {
  const text = textOf(venue);
  return text === undefined ? undefined : fold(text.replace(/\s+\d{4}$/u, ""));
};

const differ = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && a !== b;

/**
 * Whether two papers stand in different places of one journal: another volume, issue or page. A journal prints a
 * paper once; under one title it prints many columns, and parts.
 */
function isElsewhere({ data: a }: Printed, { data: b }: Printed): boolean {
  const series = seriesOf(a);
  if (series === undefined || series !== seriesOf(b)) return false;
  const inOther = (["volume", "issue"] as const).some((field) =>
    differ(textOf(a[field]), textOf(b[field])),
  );
  return inOther || differ(firstPage(a), firstPage(b));
}

/**
 * Whether two papers of one title were printed twice: in two venues in two years, each with pages of its own, as a
 * talk and the article that came of it; or as two editions of a book. Both are cited, neither stands for the other.
 */
function isReprint(a: Printed, b: Printed): boolean {
  if (a.year === undefined || b.year === undefined || a.year === b.year) return false;
  if (a.data.kind === "book" && b.data.kind === "book") return true;
  return differ(seriesOf(a.data), seriesOf(b.data)) && differ(firstPage(a.data), firstPage(b.data));
}

/**
 * Whether two papers of one title stand in two journals in all that tells a place: a note that came out in one year in
 * two of them. Names of one journal may differ, and so may its volume or pages by a slip, but not all of them at once.
 */
const isBesides = ({ data: a }: Printed, { data: b }: Printed): boolean =>
  differ(seriesOf(a), seriesOf(b)) &&
  differ(textOf(a.volume), textOf(b.volume)) &&
  differ(firstPage(a), firstPage(b));

/** Whether two papers of one title stand in two places that are not one paper's. */
export const isApart = (a: Printed, b: Printed): boolean =>
  isElsewhere(a, b) || isReprint(a, b) || isBesides(a, b);

/** Whether an entry tells of a place that could be another one's. */
export const hasPlace = ({ pages, volume, issue, kind }: EntryData): boolean =>
  [pages, volume, issue].some((value) => value !== undefined) || kind === "book";
