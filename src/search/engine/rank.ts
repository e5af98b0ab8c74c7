import { foldTitle } from "../words/fold-token.ts";
import type { Note, Request } from "../types.ts";
import { either } from "./evidence.ts";
import type { Finder } from "./find.ts";
import type { Lexicon } from "./lexicon.ts";
import type { LookedUp } from "./look-up.ts";
import { lookUp } from "./look-up.ts";
import type { Marks } from "./mark.ts";
import { neighboursOf } from "./neighbours.ts";
import type { Index } from "./open-index.ts";
import type { ParsedQuery, Term } from "./parse-query.ts";
import type { Weights } from "./score.ts";
import { idf, scorePapers, WEIGHTS } from "./score.ts";
import { toUnits } from "./units.ts";

/** An index with what is kept between searches. */
export interface Desk {
  index: Index;
  finder: Finder;
  lexicon: Lexicon;
  neighbours?: Uint8Array;
}

/** What a query found, best first. */
export interface Ranked {
  papers: number[];
  /** By paper number. */
  scores: Float64Array;
  marks: Marks;
  /** What an indexed word counts in choosing sentences. */
  weigh: (word: string) => number;
  notes: Note[];
  /** Papers that have none of the words, and are here for one that is near them. */
  nearOnly: ReadonlyMap<number, number>;
}

const findTerms = async (finder: Finder, terms: readonly Term[]) =>
  either(await Promise.all(terms.map((term) => finder.term(term))));

/** Papers that have all that must be there and nothing that must not; undefined where nothing is asked. */
async function gate(
  finder: Finder,
  parsed: ParsedQuery,
): Promise<((paper: number) => boolean) | undefined> {
  if (parsed.must.length + parsed.not.length === 0) return undefined;
  const [must, not] = await Promise.all([
    Promise.all(parsed.must.map((terms) => findTerms(finder, terms))),
    findTerms(finder, parsed.not),
  ]);
  return (paper) => must.every((found) => found.has(paper)) && !not.has(paper);
}

/** What an indexed word counts, and which words to mark. */
function readMarks(
  finder: Finder,
  parsed: ParsedQuery,
  found: readonly LookedUp[],
  papers: number,
): { stems: Set<string>; weigh: (word: string) => number } {
  const weights = new Map<string, number>();
  for (const { forms, evidence } of found)
    for (const form of forms)
      weights.set(form, Math.max(weights.get(form) ?? 0, idf(papers, evidence.size)));
  for (const { chunks } of parsed.must.flat())
    for (const { joined, parts } of chunks)
      for (const form of [joined, ...parts]) weights.set(finder.stem(form), 3);
  return { stems: new Set(weights.keys()), weigh: (word) => weights.get(word) ?? 0.5 };
}

/** A share of each paper's score comes from the papers nearest to it. */
function smooth(scores: Float64Array, neighbours: Uint8Array, share: number): Float64Array {
  const smoothed = new Float64Array(scores.length);
  for (let paper = 0; paper < scores.length; paper += 1) {
    let sum = 0;
    let total = 0;
    for (const { paper: other, near } of neighboursOf(neighbours, paper)) {
      sum += near * (scores[other] ?? 0);
      total += near;
    }
    const around = total > 0 ? sum / total : 0;
    smoothed[paper] = (1 - share) * (scores[paper] ?? 0) + share * around;
  }
  return smoothed;
}

/** Ranks papers by any of the words of a query, within what must and must not be there. */
export async function rank(
  desk: Desk,
  parsed: ParsedQuery,
  request: Pick<Request, "typing" | "literal">,
  weights: Weights = WEIGHTS,
): Promise<Ranked> {
  const { index, finder, lexicon } = desk;
  const { contents, columns, meanLength } = index;
  const papers = contents.fragments.length;
  const units = toUnits(parsed.words, lexicon, {
    stems: index.manifest.language === "en",
    literal: request.literal,
  });
  const typing = request.typing && parsed.open;
  const [found, isIn] = await Promise.all([
    lookUp(index, finder, units, { typing, literal: request.literal }),
    gate(finder, parsed),
  ]);
  const corpus = { papers, lengths: contents.lengths, meanLength, fields: contents.fields };
  const parts = found.map(({ unit, evidence }) => ({ ...unit, evidence }));
  const scored = scorePapers(parts, corpus, weights);
  const typed = parsed.words.map(({ joined }) => joined).join("");
  const length = foldTitle(typed).length;
  for (let paper = 0; paper < papers; paper += 1)
    if ((scored.titled[paper] ?? 0) >= scored.all * 0.999 && columns.titleLengths[paper] === length)
      scored.scores[paper] = (scored.scores[paper] ?? 0) + 10 * scored.all;
  const scores =
    desk.neighbours && weights.near > 0 && found.length > 1
      ? smooth(scored.scores, desk.neighbours, weights.near)
      : scored.scores;
  const nearOnly = new Map<number, number>();
  const ranked: number[] = [];
  let best = 0;
  for (const score of scores) best = Math.max(best, score);
  for (let paper = 0; paper < papers; paper += 1) {
    const score = scores[paper] ?? 0;
    const matches = units.length === 0 || (score > 0 && score >= weights.cut * best);
    if (matches && (isIn?.(paper) ?? true)) ranked.push(paper);
  }
  ranked.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const { stems, weigh } = readMarks(finder, parsed, found, papers);
  const unknown = found.filter(({ evidence }) => evidence.size === 0).map(({ unit }) => unit.word);
  const last = parsed.words.at(-1);
  return {
    papers: ranked,
    scores,
    nearOnly,
    marks: { stems, ...(typing && last ? { prefix: last.joined } : {}) },
    weigh,
    notes: [
      ...found.flatMap(({ note }) => note ?? []),
      ...(unknown.length > 0 ? [{ kind: "unknown" as const, words: unknown }] : []),
    ],
  };
}
