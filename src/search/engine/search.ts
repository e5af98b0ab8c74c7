import type { Request, Response } from "../types.ts";
import { makeSieve } from "./facets.ts";
import { makeHit } from "./hits.ts";
import type { Index } from "./open-index.ts";
import { parseQuery } from "./parse-query.ts";
import type { Desk } from "./rank.ts";
import { rank } from "./rank.ts";
import type { Filters } from "../types.ts";
import { resolveFilters } from "./resolve-filters.ts";

/** Chosen filters and those typed as fields, together. */
function joinFilters(chosen: Filters, typed: Filters): Filters {
  const joined: Filters = { ...chosen };
  for (const [facet, values] of Object.entries(typed) as [keyof Filters, string[]][])
    joined[facet] = [...(joined[facet] ?? []), ...values];
  return joined;
}

/** Papers in another order than by relevance. Numbers are given out newest first; undated papers stay last. */
async function inOrder(index: Index, papers: number[], sort: Request["sort"]): Promise<number[]> {
  if (sort === "relevance") return papers;
  if (sort === "title") {
    const place = new Map(Array.from(index.contents.sorts.get("title") ?? [], (p, i) => [p, i]));
    return papers.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  }
  if (sort === "newest") return papers.sort((a, b) => a - b);
  const dated = new Set<number>();
  for (const list of (await index.facet("year")).values())
    for (const paper of list) dated.add(paper);
  return papers.sort((a, b) => Number(dated.has(b)) - Number(dated.has(a)) || b - a);
}

/** Answers a request over an open index. */
export async function search(desk: Desk, base: string, request: Request): Promise<Response> {
  const { index } = desk;
  const parsed = parseQuery(request.text);
  const filters = joinFilters(request.filters, await resolveFilters(index, parsed.filters));
  const [ranked, sieve] = await Promise.all([
    rank(desk, parsed, request),
    makeSieve(index, filters),
  ]);
  const passing = ranked.papers.filter(sieve.passes);
  const ordered = await inOrder(index, passing, request.sort);
  const hits = await Promise.all(
    ordered
      .slice(0, request.limit)
      .map((paper) =>
        makeHit(
          index,
          base,
          { paper, score: ranked.scores[paper] ?? 0 },
          ranked.marks,
          ranked.weigh,
        ),
      ),
  );
  return {
    total: passing.length,
    hits,
    facets: sieve.count(ranked.papers),
    notes: ranked.notes,
    keys: ordered.map((paper) => index.columns.keys[paper] ?? ""),
  };
}
