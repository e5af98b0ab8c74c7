import { STOPWORDS } from "../words/stopwords.ts";
import { foldTitle } from "../words/fold-token.ts";
import type { Note } from "../types.ts";
import { CERTAIN, either } from "./evidence.ts";
import type { Desk } from "./desk.ts";
import type { Finder } from "./find.ts";
import type { LookedUp, LookUp, Reading } from "./look-up.ts";
import { lookUp } from "./look-up.ts";
import type { Marks } from "./mark.ts";
import { smooth } from "./neighbours.ts";
import type { ParsedQuery, Term } from "./parse-query.ts";
import type { Scored, Weights } from "./score.ts";
import { commonness, idf, isAll, scorePapers, WEIGHTS } from "./score.ts";

/** What a query found. */
export interface Ranked {
  /** Paper numbers, best first. */
  papers: number[];
  /** By paper number. */
  scores: Float64Array;
  marks: Marks;
  /** What an indexed word counts in choosing sentences. */
  weigh: (word: string) => number;
  notes: Note[];
  /** What was looked for, and where it was found. */
  found: readonly LookedUp[];
  /** Papers whose title or author is the query: they stay first. */
  exact: ReadonlySet<number>;
  /** Whether a paper has none of the words and is here for those that are near it. */
  isNearOnly: (paper: number) => boolean;
}

const findTerms = async (finder: Finder, terms: readonly Term[]) =>
  either(await Promise.all(terms.map((term) => finder.term(term))));

/** Whether a paper has all that must be there and nothing that must not. */
async function makeGate(finder: Finder, parsed: ParsedQuery): Promise<(paper: number) => boolean> {
  if (parsed.must.length + parsed.not.length === 0) return () => true;
  const [must, not] = await Promise.all([
    Promise.all(parsed.must.map((terms) => findTerms(finder, terms))),
    Promise.all(parsed.not.map((term) => finder.term(term))),
  ]);
  return (paper) =>
    must.every((found) => found.has(paper)) && !not.some((found) => found.has(paper));
}

/** Which words to mark, and what each counts in choosing sentences. */
function readMarks(
  { finder, index }: Desk,
  parsed: ParsedQuery,
  found: readonly LookedUp[],
): { stems: Set<string>; weigh: (word: string) => number } {
  const { papers } = index.manifest;
  const weights = new Map<string, number>();
  for (const { forms, evidence } of found)
    for (const form of forms.length > 1 ? forms.filter((each) => !STOPWORDS.has(each)) : forms)
      weights.set(form, Math.max(weights.get(form) ?? 0, idf(papers, commonness(evidence))));
  for (const { chunks } of parsed.must.flat())
    for (const { joined, parts } of chunks)
      for (const form of [joined, ...parts].flatMap(finder.spelled)) weights.set(form, PHRASE);
  return { stems: new Set(weights.keys()), weigh: (word) => weights.get(word) ?? 0.5 };
}

/** What a word of a phrase counts in choosing sentences: like a rare word. */
const PHRASE = 3;

/** Units that a paper has for certain. */
const has = (evidence: LookedUp["evidence"], paper: number) =>
  (evidence.get(paper)?.sure ?? 0) >= CERTAIN;

/** Words that no paper joins with the others: the fewest that must go for one to match. */
function apart(found: readonly LookedUp[], papers: readonly number[]): Note[] {
  const known = found.filter(({ unit, evidence }) => unit.weight === 1 && evidence.size > 0);
  if (known.length < 2 || known.length > 6) return [];
  let missing: LookedUp[] = known;
  for (const paper of papers.slice(0, 200)) {
    const without = known.filter(({ evidence }) => !has(evidence, paper));
    if (without.length < missing.length) missing = without;
  }
  if (missing.length === 0 || missing.length === known.length) return [];
  return [{ kind: "apart", words: missing.map(({ unit }) => unit.word) }];
}

/** Papers whose title is the query, letter for letter, or whose author: they come before all others. */
async function exactly(
  { index }: Desk,
  { words }: LookUp,
  { titled, all }: Scored,
  text = "",
): Promise<Set<number>> {
  const found = new Set<number>();
  if (index.manifest.large) {
    const names = new Set([words.map(({ joined }) => joined).join(""), foldTitle(text)]);
    names.delete("");
    for (const kind of ["title", "author"] as const)
      for (const papers of await Promise.all([...names].map((name) => index.named(kind, name))))
        for (const paper of papers) found.add(paper);
    return found;
  }
  const { titleLengths } = index;
  const length = words.reduce((sum, { joined }) => sum + joined.length, 0);
  if (all > 0)
    for (const [paper, share] of titled.entries())
      if (isAll(share, all) && titleLengths[paper] === length) found.add(paper);
  return found;
}

/** Room for the number of a paper, and steps of a score, in a whole number that a float holds. */
const NUMBERS = 2 ** 22;
const STEPS = 2 ** 30;

/** Papers by score, best first, then by number: as numbers in one array, which sorts many times faster than by a rule. */
function inOrder(papers: readonly number[], scores: Float64Array): number[] {
  let most = 0;
  for (const paper of papers) most = Math.max(most, scores[paper] ?? 0);
  const keys = Float64Array.from(papers, (paper) => {
    const left = most === 0 ? 0 : 1 - (scores[paper] ?? 0) / most;
    return Math.round(left * STEPS) * NUMBERS + paper;
  }).sort();
  return Array.from(keys, (key) => key % NUMBERS);
}

/** So many things looked for are a few words, more are a question. */
export const FEW = 3;

/** Papers that are ranked mostly by their own words; after them, what their neighbours say counts more. */
const BEST = 20;

/** Ranks papers by any of the words of a query, within what must and must not be there. */
export async function rank(
  desk: Desk,
  parsed: ParsedQuery,
  reading: Reading,
  weights: Weights = WEIGHTS,
): Promise<Ranked> {
  const { lengths, meanLength, manifest } = desk.index;
  const { papers, large } = manifest;
  const typing = reading.typing && parsed.open;
  const [looked, passes] = await Promise.all([
    lookUp(desk, parsed.words, { typing, literal: reading.literal }),
    makeGate(desk.finder, parsed),
  ]);
  const { found } = looked;
  // The lists of a large index have lengths and fields in their weights.
  const fields = large ? [] : await desk.index.fields();
  const corpus = { papers, lengths, meanLength, fields };
  const scored = scorePapers(
    found.map(({ unit, evidence }) => ({ ...unit, evidence })),
    corpus,
    weights,
  );
  const exact = await exactly(desk, looked, scored, reading.text);
  // One word is looked for as such; several are a subject, and papers on one subject stand together.
  const neighbours = found.length > 1 ? desk.neighbours : undefined;
  const around = (share: number) =>
    neighbours ? smooth(scored.scores, neighbours, share) : scored.scores;
  const scores = around(weights.near);
  const once = around(weights.nearLater);
  // Further down two steps count: what finds the papers that the first list would miss.
  const later = neighbours ? smooth(once, neighbours, weights.nearLater) : once;
  let least = 0;
  const whole = found.filter(({ unit }) => unit.weight === 1).length;
  const cut = whole <= FEW ? weights.cutFew : weights.cut;
  for (const score of scores) least = Math.max(least, cut * score);
  // Words that no paper has leave what else is asked for as it is.
  const isOpen =
    parsed.words.length === 0 ||
    (parsed.must.length > 0 && found.every(({ evidence }) => evidence.size === 0));
  const all: number[] = [];
  for (let paper = 0; paper < papers; paper += 1) {
    const score = Math.max(scores[paper] ?? 0, later[paper] ?? 0);
    if ((isOpen || (score > 0 && score >= least)) && passes(paper)) all.push(paper);
  }
  const named = [...exact].filter(passes);
  const best = [...named, ...inOrder(all, scores).filter((paper) => !exact.has(paper))];
  const ordered = neighbours ? [...best.slice(0, BEST), ...inOrder(best.slice(BEST), later)] : best;
  const { stems, weigh } = readMarks(desk, parsed, found);
  const last = parsed.words.at(-1);
  const { unknown, notes } = looked;
  return {
    papers: ordered,
    scores,
    marks: { stems, ...(typing && last ? { prefix: last.joined } : {}) },
    weigh,
    found,
    exact,
    notes: [
      ...notes,
      ...(unknown.length > 0 ? [{ kind: "unknown" as const, words: unknown }] : []),
      ...(typing ? [] : apart(found, ordered)),
    ],
    isNearOnly: (paper) => (scored.scores[paper] ?? 0) === 0 && !isOpen,
  };
}
