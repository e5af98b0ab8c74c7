import type { WordList } from "../bundle/word-lists.ts";
import { IN_AUTHORS, IN_TITLE, LEVELS } from "../bundle/word-lists.ts";
import type { Sighting } from "./evidence.ts";
import { CERTAIN } from "./evidence.ts";

const NO_PLACES = new Uint32Array(0);
const FLAGS = IN_TITLE | IN_AUTHORS;
/** `sure` is kept in hundredths. */
const SURE = 100;

/**
 * The papers in which something was found, in a large corpus: read like evidence of single sightings, kept as columns.
 * Places are not known; what a paper counts is, with the length of its abstract already in it.
 */
export class Impacts implements Iterable<[number, Sighting]> {
  /** Ascending. */
  readonly papers: Uint32Array;
  /** By posting: share of the most that a word can count, 0 to 1. */
  readonly impacts: Float32Array;
  /** By posting: `IN_TITLE`, `IN_AUTHORS`. */
  readonly flags: Uint8Array;
  /** By posting, in hundredths: how surely it is what was asked for; all of them sure where left out. */
  readonly sures: Uint8Array | undefined;
  /** What counts as how many papers have it. */
  readonly common: number;

  constructor(
    papers: Uint32Array,
    impacts: Float32Array,
    flags: Uint8Array,
    sures?: Uint8Array,
    common = papers.length,
  ) {
    this.papers = papers;
    this.impacts = impacts;
    this.flags = flags;
    this.sures = sures;
    this.common = common;
  }

  get size(): number {
    return this.papers.length;
  }

  #placeOf(paper: number): number {
    let low = 0;
    let high = this.papers.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.papers[middle] ?? 0;
      if (found === paper) return middle;
      if (found < paper) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  has(paper: number): boolean {
    return this.#placeOf(paper) >= 0;
  }

  #sighting(place: number): Sighting {
    return { text: NO_PLACES, fields: NO_PLACES, sure: (this.sures?.[place] ?? SURE) / SURE };
  }

  get(paper: number): Sighting | undefined {
    const place = this.#placeOf(paper);
    return place < 0 ? undefined : this.#sighting(place);
  }

  keys(): Iterable<number> {
    return this.papers;
  }

  *[Symbol.iterator](): Iterator<[number, Sighting]> {
    for (let i = 0; i < this.papers.length; i += 1) yield [this.papers[i] ?? 0, this.#sighting(i)];
  }

  *values(): Generator<Sighting> {
    for (let i = 0; i < this.papers.length; i += 1) yield this.#sighting(i);
  }

  /** Only where one of `flags` is set. */
  flagged(flags: number): Impacts {
    const places: number[] = [];
    for (let i = 0; i < this.papers.length; i += 1)
      if (((this.flags[i] ?? 0) & flags) !== 0) places.push(i);
    const { sures } = this;
    return new Impacts(
      Uint32Array.from(places, (i) => this.papers[i] ?? 0),
      Float32Array.from(places, (i) => this.impacts[i] ?? 0),
      Uint8Array.from(places, (i) => this.flags[i] ?? 0),
      sures && Uint8Array.from(places, (i) => sures[i] ?? SURE),
    );
  }
}

export const NO_IMPACTS = new Impacts(NO_PLACES, new Float32Array(0), new Uint8Array(0));

/** A word's list as evidence. */
export function readImpacts(list: WordList | undefined): Impacts {
  if (!list) return NO_IMPACTS;
  const { papers, marks } = list;
  const impacts = new Float32Array(papers.length);
  const flags = new Uint8Array(papers.length);
  for (let i = 0; i < papers.length; i += 1) {
    const mark = marks[i] ?? 0;
    impacts[i] = (mark & LEVELS) / LEVELS;
    flags[i] = mark & FLAGS;
  }
  return new Impacts(papers, impacts, flags);
}

/**
 * Either of several, `sure` of each given: a paper is as sure as its surest, and what it counts adds up, never to
 * more than the most.
 *
 * @param count papers of the corpus.
 */
export function uniteImpacts(all: readonly Impacts[], count: number, sure?: number[]): Impacts {
  const lists = all.filter(({ size }) => size > 0);
  const [only] = lists;
  if (!only) return NO_IMPACTS;
  if (lists.length === 1 && (sure === undefined || sure[all.indexOf(only)] === 1)) return only;
  const missing = new Float32Array(count).fill(1);
  const flags = new Uint8Array(count);
  const sures = new Uint8Array(count);
  for (const [n, list] of all.entries()) {
    const own = sure?.[n] ?? 1;
    for (let i = 0; i < list.papers.length; i += 1) {
      const paper = list.papers[i] ?? 0;
      missing[paper] = (missing[paper] ?? 1) * (1 - (list.impacts[i] ?? 0));
      flags[paper] = (flags[paper] ?? 0) | (list.flags[i] ?? 0);
      const here = Math.round(own * (list.sures?.[i] ?? SURE));
      if (here > (sures[paper] ?? 0)) sures[paper] = here;
    }
  }
  let size = 0;
  let certain = 0;
  for (const each of sures) {
    if (each > 0) size += 1;
    if (each >= CERTAIN * SURE) certain += 1;
  }
  const papers = new Uint32Array(size);
  const impacts = new Float32Array(size);
  const theirFlags = new Uint8Array(size);
  const theirSures = new Uint8Array(size);
  let at = 0;
  for (let paper = 0; paper < count; paper += 1) {
    const here = sures[paper] ?? 0;
    if (here === 0) continue;
    papers[at] = paper;
    impacts[at] = 1 - (missing[paper] ?? 1);
    theirFlags[at] = flags[paper] ?? 0;
    theirSures[at] = here;
    at += 1;
  }
  return new Impacts(papers, impacts, theirFlags, theirSures, certain === 0 ? size : certain);
}

/** The papers that are in all of them, weighed as the first. */
export function inAll(all: readonly Impacts[]): Impacts {
  const [first = NO_IMPACTS, ...rest] = all;
  const places: number[] = [];
  for (let i = 0; i < first.papers.length; i += 1) {
    const paper = first.papers[i] ?? 0;
    if (rest.every((each) => each.has(paper))) places.push(i);
  }
  return new Impacts(
    Uint32Array.from(places, (i) => first.papers[i] ?? 0),
    Float32Array.from(places, (i) => first.impacts[i] ?? 0),
    Uint8Array.from(places, (i) => first.flags[i] ?? 0),
  );
}
