import { FIELD } from "../bundle/bundle.ts";
import type { Evidence, Sighting } from "./evidence.ts";
import { Impacts } from "./impacts.ts";
import { IN_AUTHORS, IN_TITLE } from "../bundle/word-lists.ts";
import { CERTAIN, inSequence } from "./evidence.ts";

/** What counts how much. Tuned on two test collections (odd query ids), see `e2e/bench`. */
export interface Weights {
  /** BM25: how soon repeating a word stops counting, and how much long texts are marked down. */
  k1: number;
  b: number;
  /** One place in a field against one in the text. */
  title: number;
  tags: number;
  topics: number;
  authors: number;
  venue: number;
  /** Two words of the query next to each other, as in the query. */
  pair: number;
  /** (Share of the query in the title) squared. */
  titleCover: number;
  /** Exponent of the share of the query that a paper covers. */
  cover: number;
  /** All of the query's words, wherever. */
  allWords: number;
  /** Share of a paper's score that comes from the papers nearest to it: for the best, and for those after them. */
  near: number;
  nearLater: number;
  /** Results below this share of the best score are left out: of a few words most are meant, of a question some. */
  cut: number;
  cutFew: number;
}

export const WEIGHTS: Weights = {
  k1: 1.6,
  b: 0.6,
  title: 2,
  tags: 1,
  topics: 0.5,
  authors: 0.5,
  venue: 0.3,
  pair: 0.6,
  titleCover: 0.8,
  cover: 0.15,
  allWords: 0.3,
  near: 0.1,
  nearLater: 0.45,
  cut: 0.1,
  cutFew: 0.2,
};

/** Whether a part is all of it, but for what sums of fractions lose. */
export const isAll = (part: number, all: number) => part >= 0.999 * all;

/** BM25's `k1` for pairs, its customary value: a second time counts less than a word's, and a text's length nothing. */
const PAIR_K1 = 1.2;

/** One thing looked for, and where it was found. */
export interface Found {
  evidence: Evidence;
  /** What it counts. */
  weight: number;
  at: number;
  length: number;
}

/** What counts as how many papers have a thing: those that only have something like it do not make it common. */
export function commonness(evidence: Evidence): number {
  if (evidence instanceof Impacts) return evidence.common;
  const known = counted.get(evidence);
  if (known !== undefined) return known;
  let sure = 0;
  for (const seen of evidence.values()) if (seen.sure >= CERTAIN) sure += 1;
  const common = sure === 0 ? evidence.size : sure;
  counted.set(evidence, common);
  return common;
}

const counted = new WeakMap<Evidence, number>();

/** Scores by paper number. */
export interface Scored {
  scores: Float64Array;
  /** By paper: what the units found in its title are worth. */
  titled: Float64Array;
  /** What all units are worth together. */
  all: number;
}

/** What scoring needs to know of a corpus. */
export interface Corpus {
  papers: number;
  /** Words of each abstract. */
  lengths: Uint32Array;
  meanLength: number;
  fields: readonly string[];
}

/** Inverse document frequency (Robertson), never negative. */
export const idf = (papers: number, withIt: number) =>
  Math.log(1 + (papers - withIt + 0.5) / (withIt + 0.5));

/** Weight of a place in each field, by the field's number. */
export const fieldWeights = (fields: readonly string[], weights: Weights) =>
  fields.map((field) =>
    field in weights ? weights[field as keyof Weights] : field === "also" ? 1 : 0.2,
  );

/** What BM25 makes of a frequency: 0 to 1. */
export const saturated = (tf: number, norm: number) => tf / (tf + norm);

function frequency(seen: Sighting, ofField: readonly number[]): number {
  let tf = seen.text.length;
  for (const place of seen.fields) tf += ofField[Math.floor(place / FIELD)] ?? 0;
  return tf * seen.sure;
}

const inTitle = (seen: Sighting, title: number) =>
  seen.fields.some((place) => Math.floor(place / FIELD) === title);

/**
 * BM25F over any of the units (Robertson & Zaragoza 2009), with what its bag of words misses added: words that
 * stand together, and queries that read like a title. Gives scores by paper number, 0 where nothing was found.
 */
export function scorePapers(
  found: readonly Found[],
  corpus: Corpus,
  weights: Weights = WEIGHTS,
): Scored {
  const { papers, lengths, meanLength, fields } = corpus;
  const scores = new Float64Array(papers);
  const covered = new Float64Array(papers);
  const titled = new Float64Array(papers);
  const authored = new Float64Array(papers);
  const ofField = fieldWeights(fields, weights);
  const title = fields.indexOf("title");
  const { k1, b } = weights;
  let all = 0;
  for (const { evidence, weight } of found) {
    if (evidence.size === 0) continue;
    const worth = weight * idf(papers, commonness(evidence));
    all += worth;
    if (evidence instanceof Impacts) {
      addImpacts(evidence, worth, k1 + 1, { scores, covered, titled, authored });
      continue;
    }
    for (const [paper, seen] of evidence) {
      const tf = frequency(seen, ofField);
      const norm = k1 * (1 - b + (b * (lengths[paper] ?? 0)) / meanLength);
      scores[paper] = (scores[paper] ?? 0) + (worth * tf * (k1 + 1)) / (tf + norm);
      covered[paper] = (covered[paper] ?? 0) + worth * seen.sure;
      if (inTitle(seen, title)) titled[paper] = (titled[paper] ?? 0) + worth * seen.sure;
    }
  }
  if (weights.pair > 0) addPairs(found, corpus, weights, scores);
  for (let paper = 0; paper < papers; paper += 1) {
    const score = scores[paper] ?? 0;
    if (score === 0) continue;
    const cover = (covered[paper] ?? 0) / all;
    const inIt = Math.max(titled[paper] ?? 0, authored[paper] ?? 0) / all;
    scores[paper] =
      (score +
        weights.titleCover * all * inIt ** 2 +
        (isAll(cover, 1) ? weights.allWords * all : 0)) *
      Math.min(1, cover) ** weights.cover;
  }
  return { scores, titled, all };
}

/** One thing's part in the scores, out of columns. */
function addImpacts(
  { papers, impacts, flags, sures }: Impacts,
  worth: number,
  most: number,
  to: Record<"scores" | "covered" | "titled" | "authored", Float64Array>,
): void {
  const { scores, covered, titled, authored } = to;
  for (let i = 0; i < papers.length; i += 1) {
    const paper = papers[i] ?? 0;
    const part = sures ? (worth * (sures[i] ?? 0)) / 100 : worth;
    scores[paper] = (scores[paper] ?? 0) + part * most * (impacts[i] ?? 0);
    covered[paper] = (covered[paper] ?? 0) + part;
    const flag = flags[i] ?? 0;
    if ((flag & IN_TITLE) !== 0) titled[paper] = (titled[paper] ?? 0) + part;
    if ((flag & IN_AUTHORS) !== 0) authored[paper] = (authored[paper] ?? 0) + part;
  }
}

const pairs = new WeakMap<Evidence, WeakMap<Evidence, Map<number, Evidence>>>();

/** Where one thing follows another: kept, for the next keystroke asks again. */
function pairOf(first: Evidence, next: Evidence, gap: number): Evidence {
  const ofFirst = pairs.get(first) ?? new WeakMap<Evidence, Map<number, Evidence>>();
  pairs.set(first, ofFirst);
  const ofBoth = ofFirst.get(next) ?? new Map<number, Evidence>();
  ofFirst.set(next, ofBoth);
  const both = ofBoth.get(gap) ?? inSequence([first, next], gap);
  ofBoth.set(gap, both);
  return both;
}

/** Neighbours in the query that are neighbours in a paper. */
function addPairs(found: readonly Found[], corpus: Corpus, weights: Weights, scores: Float64Array) {
  const ordered = found
    .filter(({ evidence }) => evidence.size > 0 && !(evidence instanceof Impacts))
    .toSorted((a, b) => a.at - b.at);
  for (const [i, first] of ordered.entries()) {
    const end = first.at + first.length;
    const next = ordered.slice(i + 1).find(({ at }) => at >= end);
    if (!next) continue;
    const gap = Math.max(2, next.at - first.at);
    const both = pairOf(first.evidence, next.evidence, gap);
    const worth =
      weights.pair *
      Math.min(
        first.weight * idf(corpus.papers, commonness(first.evidence)),
        next.weight * idf(corpus.papers, commonness(next.evidence)),
      );
    for (const [paper, seen] of both) {
      const times = seen.text.length + seen.fields.length;
      scores[paper] =
        (scores[paper] ?? 0) + worth * seen.sure * (PAIR_K1 + 1) * saturated(times, PAIR_K1);
    }
  }
}
