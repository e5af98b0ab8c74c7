import type { Term } from "./terms.ts";
import { extractTerms } from "./terms.ts";
import type { Related } from "./types.ts";

/** What nearness is computed from. */
export interface Text {
  key: string;
  title: string;
  abstract: string;
  /** Names of its tags: they count as terms that a person vouches for. */
  tags: readonly string[];
}

interface Options {
  /** How many neighbours a paper gets at most. */
  limit?: number;
  /** Terms of a paper that are compared: its heaviest. */
  terms?: number;
  /** A term in more papers than this says nothing and costs most. */
  maxPapers?: number;
  /** A cosine below this is chance. */
  least?: number;
}

const TITLE = 2.5;
const TAG = 3;
const PAIR = 1.4;

/** Heaviest first; equal weights by name, so that the same corpus gives the same order. */
const byWeight = (a: readonly [string, number], b: readonly [string, number]) =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

/** Term to weight within one paper: logarithmic counts, title and tags heavier, pairs above words. */
function count(text: Text, surfaces: Map<string, Map<string, number>>): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (terms: readonly Term[], weight: number) => {
    for (const { id, surface } of terms) {
      counts.set(id, (counts.get(id) ?? 0) + weight);
      const forms = surfaces.get(id) ?? new Map<string, number>();
      forms.set(surface, (forms.get(surface) ?? 0) + 1);
      surfaces.set(id, forms);
    }
  };
  add(extractTerms(text.title), TITLE);
  add(extractTerms(text.abstract), 1);
  for (const tag of text.tags) add(extractTerms(tag), TAG);
  return counts;
}

/**
 * The papers nearest to each: cosine of tf-idf vectors over words and word pairs (Salton & Buckley 1988), each
 * vector cut to its heaviest terms, compared through postings, so that the cost grows with shared terms and
 * not with pairs of papers. Gives, in the order asked, neighbours best first, with what they share in words.
 */
export function findRelated(texts: readonly Text[], options: Options = {}): Related[][] {
  const { limit = 6, terms = 60, least = 0.05 } = options;
  const maxPapers = options.maxPapers ?? Math.max(40, Math.ceil(texts.length * 0.02));
  const surfaces = new Map<string, Map<string, number>>();
  const counted = texts.map((text) => count(text, surfaces));
  const papersWith = new Map<string, number>();
  for (const counts of counted)
    for (const id of counts.keys()) papersWith.set(id, (papersWith.get(id) ?? 0) + 1);

  const vectors = counted.map((counts) => weigh(counts, papersWith, texts.length, terms));
  const postings = new Map<string, [paper: number, weight: number][]>();
  for (const [paper, vector] of vectors.entries()) {
    for (const [id, weight] of vector) {
      const list = postings.get(id);
      if (list) list.push([paper, weight]);
      else postings.set(id, [[paper, weight]]);
    }
  }
  const scores = new Float64Array(texts.length);
  return vectors.map((vector, paper) => {
    const touched: number[] = [];
    for (const [id, weight] of vector) {
      const list = postings.get(id) ?? [];
      if (list.length > maxPapers) continue;
      for (const [other, otherWeight] of list) {
        if (scores[other] === 0) touched.push(other);
        scores[other] = (scores[other] ?? 0) + weight * otherWeight;
      }
    }
    const near = touched
      .filter((other) => other !== paper && (scores[other] ?? 0) >= least)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, limit)
      .map((other) => ({
        key: texts[other]?.key ?? "",
        score: Math.round((scores[other] ?? 0) * 1000) / 1000,
        shares: shared(vector, vectors[other] ?? new Map(), surfaces),
      }));
    for (const other of touched) scores[other] = 0;
    return near;
  });
}

/** The heaviest terms of a paper, tf-idf, at unit length. A term of one paper alone joins nothing and goes. */
function weigh(
  counts: ReadonlyMap<string, number>,
  papersWith: ReadonlyMap<string, number>,
  total: number,
  terms: number,
): Map<string, number> {
  const weights: [string, number][] = [];
  for (const [id, n] of counts) {
    const inPapers = papersWith.get(id) ?? 1;
    if (inPapers < 2) continue;
    const idf = Math.log(1 + total / inPapers);
    weights.push([id, (1 + Math.log(n)) * idf * (id.includes(" ") ? PAIR : 1)]);
  }
  const heaviest = weights.sort(byWeight).slice(0, terms);
  const length = Math.hypot(...heaviest.map(([, weight]) => weight)) || 1;
  return new Map(heaviest.map(([id, weight]) => [id, weight / length]));
}

/** The reason in words: the three strongest shared terms, a word left out where its pair already says it. */
function shared(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  surfaces: ReadonlyMap<string, ReadonlyMap<string, number>>,
): string[] {
  const both = [...a]
    .flatMap(([id, weight]): [string, number][] => {
      const other = b.get(id);
      return other === undefined ? [] : [[id, weight * other]];
    })
    .sort(byWeight);
  const chosen: string[] = [];
  const pairs = both.filter(([id]) => id.includes(" "));
  for (const [id] of both) {
    if (chosen.some((other) => overlaps(id, other))) continue;
    // A pair says more than its words, even where the cosine owes more to them.
    chosen.push(pairs.find(([pair]) => overlaps(id, pair))?.[0] ?? id);
    if (chosen.length === 3) break;
  }
  return chosen.map((id) => {
    const forms = [...(surfaces.get(id) ?? [])].sort(byWeight);
    return forms[0]?.[0] ?? id;
  });
}

const overlaps = (a: string, b: string) => {
  const words = new Set(b.split(" "));
  return a.split(" ").some((word) => words.has(word));
};
