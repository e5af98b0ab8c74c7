import { FACETS, readQuery, writeQuery } from "../query-url.ts";
import type { Facet, Filters, Query, Request } from "../types.ts";

/** What the search page shows, whole: it comes from the address and goes back there. */
export interface View extends Query {
  /** Results on the page, from the best. */
  shown: number;
  /** The reader declined corrections and expansions. */
  literal: boolean;
}

/** Results on a fresh page, and how many "show more" adds. */
export const FIRST = 10;
export const STEP = 20;

/** As many rows as one page may hold: an address that asks for more gets these. */
const MOST = 1010;

/** The view that an address's query part stands for; strange values fall back to the plain ones. */
export function readView(search: string): View {
  const params = new URLSearchParams(search);
  const asked = Number(params.get("show") ?? FIRST);
  const steps = Number.isFinite(asked) ? Math.max(0, Math.ceil((asked - FIRST) / STEP)) : 0;
  return {
    ...readQuery(search),
    shown: Math.min(MOST, FIRST + steps * STEP),
    literal: params.get("literal") === "1",
  };
}

/** The query part of a view's address, without `?`; empty for the untouched page. */
export function writeView(view: View): string {
  const extra = new URLSearchParams();
  if (view.literal) extra.set("literal", "1");
  if (view.shown > FIRST) extra.set("show", String(view.shown));
  return [writeQuery(view), extra.toString()].filter(Boolean).join("&");
}

/** Whether two views have the same address. */
export const sameView = (a: View, b: View): boolean => writeView(a) === writeView(b);

/** Whether there is nothing to search for: no words, no filter. */
export const isIdle = (view: View): boolean =>
  view.text.trim() === "" && chosen(view.filters).length === 0;

/** What the engine is asked for a view. */
export function toRequest(view: View, typing: boolean): Request {
  const { text, filters, sort, shown, literal } = view;
  return { text, filters, sort, limit: shown, typing, literal };
}

/** Every chosen facet value, in a fixed order. */
export function chosen(filters: Filters): { facet: Facet; value: string }[] {
  return FACETS.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
}

/** A view with other filters, words or order starts again at its first results. */
export function change(view: View, to: Partial<View>): View {
  const text = to.text ?? view.text;
  const literal = to.literal ?? (view.literal && text === view.text);
  return { ...view, shown: FIRST, ...to, literal };
}

/** The filters with one facet's values replaced; a facet without values leaves. */
export function withFacet(filters: Filters, facet: Facet, values: readonly string[]): Filters {
  const { [facet]: _, ...rest } = filters;
  return values.length === 0 ? rest : { ...rest, [facet]: [...values] };
}

/** The filters with one value switched on or off. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const present = filters[facet] ?? [];
  const without = present.filter((other) => other !== value);
  return withFacet(filters, facet, without.length < present.length ? without : [...present, value]);
}

/** Years no paper is before or after: a range open at that end. */
export const ANY_YEAR = { from: 0, to: 9999 } as const;

/** The shortest writing of a span of years, as addresses carry it; empty for all of them. */
export function writeYears({ from, to }: { from: number; to: number }): string {
  if (from === to) return String(from);
  const start = from === ANY_YEAR.from ? "" : String(from);
  const end = to === ANY_YEAR.to ? "" : String(to);
  return start === end ? "" : `${start}..${end}`;
}
