import type { Near, Vector } from "./nearest.ts";
import { findNearest } from "./nearest.ts";
import type { NumberedText, TermNames } from "./term-counts.ts";
import { countTerms, countTexts, createTermNames, numberTexts, spellTerms } from "./term-counts.ts";
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
/** A single word that says less than this share of what the strongest reason says is none: "data", "training". */
const WORTH_SAYING = 0.5;

/** Share of the papers above which a term says nothing; never more papers than `MOST`, or cost would grow with the square. */
const COMMON = 0.02;
const MOST = 600;

/**
 * The papers nearest to each: cosine of tf-idf vectors over words and word pairs (Salton & Buckley 1988), each
 * vector cut to its heaviest terms. Gives, in the order asked, neighbours best first, with what they share in words.
 */
export function findRelated(texts: readonly Text[], options: Options = {}): Related[][] {
  const { limit = 6, terms = 60, least = 0.05 } = options;
  const most = options.maxPapers ?? Math.max(40, Math.min(MOST, Math.ceil(texts.length * COMMON)));
  const numbered = numberTexts(
    texts.map(({ title, abstract, tags }) => [
      { text: title, weight: TITLE },
      { text: abstract, weight: 1 },
      ...tags.map((tag) => ({ text: tag, weight: TAG })),
    ]),
  );
  const names = createTermNames(numbered);
  const inTexts = countTexts(numbered, names);
  const vectors = numbered.texts.map((text) =>
    weigh(text, names, { inTexts, total: texts.length, terms }),
  );
  const near = findNearest(vectors, { limit, least, most });
  return nameShared(near, vectors, names).map((own, paper) =>
    own.map((terms, i) => {
      const { text, score } = near[paper]?.[i] ?? { text: 0, score: 0 };
      return { key: texts[text]?.key ?? "", score: Math.round(score * 1000) / 1000, shares: terms };
    }),
  );

  function nameShared(all: readonly Near[][], of: readonly Vector[], by: TermNames): string[][][] {
    const chosen = all.map((own, paper) =>
      own.map(({ text }) => chooseShared(of[paper], of[text], by)),
    );
    const spelled = spellTerms(numbered, by, new Set(chosen.flat(2)));
    return chosen.map((own) => own.map((list) => list.map((term) => spelled.get(term) ?? "")));
  }
}

/** The heaviest terms of a paper, tf-idf, at unit length. A term of one paper alone joins nothing and goes. */
function weigh(
  text: NumberedText,
  names: TermNames,
  corpus: { inTexts: ReadonlyMap<number, number>; total: number; terms: number },
): Vector {
  const weighed: [term: number, weight: number][] = [];
  for (const [term, count] of countTerms(text, names)) {
    const papers = corpus.inTexts.get(term);
    if (papers === undefined) continue;
    const idf = Math.log(1 + corpus.total / papers);
    weighed.push([term, (1 + Math.log(count)) * idf * (names.isPair(term) ? PAIR : 1)]);
  }
  const heaviest = weighed.sort(heavierFirst(names)).slice(0, corpus.terms);
  const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: Float64Array.from(heaviest, ([term]) => term),
    weights: Float64Array.from(heaviest, ([, weight]) => weight / length),
  };
}

/** Heaviest first; equal weights by name, so that the same corpus gives the same order. */
const heavierFirst =
  (names: TermNames) =>
  (a: readonly [number, number], b: readonly [number, number]): number =>
    b[1] - a[1] || names.compare(a[0], b[0]);

/** The reason: the three strongest shared terms, a word left out where its pair already says it. */
function chooseShared(a: Vector | undefined, b: Vector | undefined, names: TermNames): number[] {
  if (!a || !b) return [];
  const both: [number, number][] = [];
  for (const [i, term] of a.terms.entries()) {
    const other = b.terms.indexOf(term);
    if (other !== -1) both.push([term, (a.weights[i] ?? 0) * (b.weights[other] ?? 0)]);
  }
  both.sort(heavierFirst(names));
  const overlaps = (x: number, y: number) => {
    const words = names.parts(y);
    return names.parts(x).some((word) => words.includes(word));
  };
  const chosen: number[] = [];
  const pairs = both.filter(([term]) => names.isPair(term));
  for (const [term, weight] of both) {
    if (chosen.some((other) => overlaps(term, other))) continue;
    // A pair says more than its words, even where the cosine owes more to them.
    const said = pairs.find(([pair]) => overlaps(term, pair))?.[0] ?? term;
    if (!names.isPair(said) && weight < (both[0]?.[1] ?? 0) * WORTH_SAYING) continue;
    chosen.push(said);
    if (chosen.length === 3) break;
  }
  return chosen;
}
