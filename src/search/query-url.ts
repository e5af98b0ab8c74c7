import type { Facet, Filters, Query, Sort } from "./types.ts";

/** A search and its address are the same thing: `?q=…&topic=…&year=2021..2024&sort=newest`. */

export const FACETS: readonly Facet[] = ["topic", "tag", "year", "venue", "author", "has"];
export const SORTS: readonly Sort[] = ["relevance", "newest", "oldest", "title"];

/** Longer text is no query; an address may hold anything. */
const MAX_TEXT = 2_000;
const MAX_VALUES = 50;

const isSort = (text: string): text is Sort => (SORTS as readonly string[]).includes(text);

/**
 * The search that an address names. Values of a facet come repeated (`tag=a&tag=b`) or apart by commas
 * or spaces; anything unknown is left out, so that no address is an error.
 */
export function readQuery(address: string | URLSearchParams): Query {
  const params = typeof address === "string" ? new URLSearchParams(address) : address;
  const filters: Filters = {};
  for (const facet of FACETS) {
    const values = params
      .getAll(facet)
      .flatMap((value) => value.split(/[,\s]+/u))
      .filter(Boolean);
    if (values.length > 0) filters[facet] = [...new Set(values)].slice(0, MAX_VALUES);
  }
  const sort = params.get("sort") ?? "";
  const text = (params.get("q") ?? "").replace(/\s+/gu, " ").trimStart().slice(0, MAX_TEXT);
  return { text, filters, sort: isSort(sort) ? sort : "relevance" };
}

/** A search as the part of an address after `?`; empty for an empty search. The same search is always the same text. */
export function writeQuery(query: Query): string {
  const params = new URLSearchParams();
  const text = query.text.trim();
  if (text !== "") params.set("q", text);
  for (const facet of FACETS)
    for (const value of query.filters[facet] ?? []) params.append(facet, value);
  if (query.sort !== "relevance") params.set("sort", query.sort);
  return params.toString();
}

/** A span of years: `2021`, `2021..2024` or the other way round, `2021..`, `..2024`; undefined for anything else. */
export function readYears(text: string): { from: number; to: number } | undefined {
  const match = /^(\d{4})?(\.\.|-|–)?(\d{4})?$/u.exec(text.trim());
  if (!match || (match[1] === undefined && match[3] === undefined)) return undefined;
  const [, from, range, to] = match;
  if (range === undefined) return { from: Number(from), to: Number(from) };
  const ends = [Number(from ?? 0), Number(to ?? 9999)];
  return { from: Math.min(...ends), to: Math.max(...ends) };
}
