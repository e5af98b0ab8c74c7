import type { Filters, Note, Request, Response, Sort } from "../types.ts";
import type { Sieve } from "./facets.ts";
import { makeSieve } from "./facets.ts";
import { makeHit } from "./hits.ts";
import { mendAuthors } from "./mend.ts";
import type { Index } from "./open-index.ts";
import { neighboursOf } from "./neighbours.ts";
import type { ParsedQuery } from "./parse-query.ts";
import { parseQuery } from "./parse-query.ts";
import type { Desk } from "./desk.ts";
import type { Ranked } from "./rank.ts";
import { rank } from "./rank.ts";
import { findNamed } from "./read-id.ts";
import { asTypedFirst } from "./as-typed.ts";
import { resolveFilters } from "./resolve-filters.ts";

/** Chosen filters and those typed as fields, together. */
function joinFilters(chosen: Filters, typed: Filters): Filters {
  const joined: Filters = { ...chosen };
  for (const [facet, values] of Object.entries(typed) as [keyof Filters, string[]][])
    joined[facet] = [...(joined[facet] ?? []), ...values];
  return joined;
}

/** Papers in another order than by relevance. Numbers are given out newest first; undated papers stay last. */
async function inOrder(
  index: Index,
  papers: number[],
  sort: Exclude<Sort, "relevance">,
): Promise<number[]> {
  if (sort === "title") {
    const place = new Map(Array.from(await index.titleOrder(), (p, i) => [p, i]));
    return papers.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  }
  if (sort === "newest") return papers.sort((a, b) => a - b);
  const dated = new Set<number>();
  for (const list of (await index.facet("year")).values())
    for (const paper of list) dated.add(paper);
  return papers.sort((a, b) => Number(dated.has(b)) - Number(dated.has(a)) || b - a);
}

/** The one paper that a query names outright. */
async function answerDirectly(
  desk: Desk,
  base: string,
  paper: number,
  sieve: Sieve,
): Promise<Response> {
  const hit = await makeHit(desk.index, base, { paper, score: 1 }, NO_MARKS, () => 0);
  return {
    total: 1,
    hits: [hit],
    facets: () => sieve.count([paper]),
    notes: [],
    direct: hit.url,
    keys: () => Promise.resolve([hit.key]),
  };
}

const NO_MARKS = { stems: new Set<string>() };

/** Why a paper without any of the words is here: the paper with them that it is nearest to. */
async function reasonOf(desk: Desk, ranked: Ranked, paper: number): Promise<string | undefined> {
  if (!desk.neighbours || !ranked.isNearOnly(paper)) return undefined;
  const nearest = neighboursOf(desk.neighbours, paper).find(
    (near) => !ranked.isNearOnly(near.paper),
  );
  if (!nearest) return undefined;
  const { meta } = await desk.index.fragment(nearest.paper);
  return `related: ${meta["title"] ?? ""}`;
}

/** Answers a request over an open index. */
export async function search(desk: Desk, base: string, request: Request): Promise<Response> {
  const { index } = desk;
  const parsed = parseQuery(request.text);
  const [resolved, left] = await Promise.all([
    resolveFilters(desk, parsed.filters, request.literal),
    resolveFilters(desk, parsed.without, request.literal),
  ]);
  const filters = joinFilters(request.filters, resolved.filters);
  const [sieve, named] = await Promise.all([
    makeSieve(index, filters, request.counts, left.filters),
    findNamed(index, request.text),
  ]);
  if (named !== undefined) return answerDirectly(desk, base, named, sieve);
  const ranked = await rankOrRelax(desk, parsed, request);
  const passing = ranked.papers.filter(sieve.passes);
  const ordered =
    request.sort === "relevance"
      ? await asTypedFirst(index, ranked, passing, request.typing)
      : await inOrder(index, passing, request.sort);
  const hits = await Promise.all(
    ordered.slice(0, request.limit).map(async (paper) => {
      const reason = await reasonOf(desk, ranked, paper);
      const result = { paper, score: ranked.scores[paper] ?? 0, ...(reason ? { reason } : {}) };
      return makeHit(index, base, result, ranked.marks, ranked.weigh);
    }),
  );
  return {
    total: passing.length,
    hits,
    facets: () => sieve.count(ranked.papers),
    notes: [
      ...resolved.notes,
      ...left.notes,
      ...tellMisread(parsed, request),
      ...tellWordless(parsed, request, passing.length),
      ...ranked.notes,
      ...(passing.length > 0 ? [] : await tellFilters(index, parsed, request, ranked)),
    ],
    keys: async () => {
      const keys = await index.keys();
      return ordered.map((paper) => keys[paper] ?? "");
    },
  };
}

/** What was typed for a year and is none; one that may be unfinished is let be. */
function tellMisread({ misread }: ParsedQuery, { text, typing }: Request): Note[] {
  const words = typing && text.endsWith(misread.at(-1) ?? " ") ? misread.slice(0, -1) : misread;
  return words.length === 0 ? [] : [{ kind: "misread", words }];
}

/** That there is nothing to search for in what was typed, where there is not: `?`, a field without a value. */
function tellWordless(
  { words, must, not, filters, without }: ParsedQuery,
  { text, sort }: Request,
  total: number,
): Note[] {
  const narrowed = Object.keys({ ...filters, ...without }).length;
  const asked = words.length + must.length + not.length + narrowed;
  if (asked > 0 || text.trim() === "") return [];
  const newest = sort === "relevance" || sort === "newest";
  return [{ kind: "wordless", text: text.trim(), total, newest }];
}

/** Where nothing passes: how many papers would without the filters that were typed. */
async function tellFilters(
  index: Index,
  { filters, without, rest }: ParsedQuery,
  request: Request,
  { papers }: Ranked,
): Promise<Note[]> {
  const written = (of: Filters, sign: string) =>
    Object.entries(of).flatMap(([facet, values]) =>
      values.map((value) => `${sign}${facet}:${value}`),
    );
  const words = [...written(filters, ""), ...written(without, "-")];
  if (words.length === 0) return [];
  const { passes } = await makeSieve(index, request.filters, request.counts);
  const total = papers.filter((paper) => passes(paper)).length;
  return total === 0 ? [] : [{ kind: "relaxed", words, total, rest }];
}

/**
 * Ranks. Where none of the papers that phrases and fields leave has any of the plain words, those papers are shown
 * without them. Where they leave no paper, misspelt authors are mended, and if that does not help, the words of phrases
 * and fields are looked for anywhere. A note says what was done.
 */
async function rankOrRelax(desk: Desk, parsed: ParsedQuery, request: Request): Promise<Ranked> {
  const ranked = await rank(desk, parsed, request);
  const wanted = parsed.must.flat();
  if (ranked.papers.length > 0 || wanted.length === 0 || request.literal) return ranked;
  const alone = await rank(desk, { ...parsed, words: [], open: false }, request);
  if (alone.papers.length > 0) {
    const words = parsed.words.map(({ parts }) => parts.join("-"));
    return { ...alone, notes: [{ kind: "apart", words }] };
  }
  const { must, mended } = await mendAuthors(desk, parsed.must);
  if (mended.length > 0) {
    const meant = await rank(desk, { ...parsed, must }, request);
    const notes = mended.map((each): Note => ({ kind: "corrected", ...each }));
    const told = (note: Note) =>
      note.kind === "corrected" && mended.some(({ from }) => from === note.from);
    const others = meant.notes.filter((note) => !told(note));
    if (meant.papers.length > 0) return { ...meant, notes: [...notes, ...others] };
  }
  const words = [...parsed.words, ...wanted.flatMap(({ chunks }) => chunks)];
  const loose = await rank(desk, { ...parsed, words, must: [], open: false }, request);
  const others = loose.notes.filter(({ kind }) => kind !== "apart");
  // Where the words alone find nothing either, there is nothing to offer without them.
  if (loose.papers.length === 0) return { ...loose, notes: others };
  const note: Note = {
    kind: "loosened",
    words: wanted.map(
      ({ text, phrase, field }) => (field ? `${field}:` : "") + (phrase ? `"${text}"` : text),
    ),
    total: loose.papers.length,
  };
  return { ...loose, notes: [note, ...others] };
}
