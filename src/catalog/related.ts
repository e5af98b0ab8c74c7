import type { Near, Vector } from "./nearest.ts";
import { findNearest } from "./nearest.ts";
import type { Counting, NumberedText, Terms } from "./term-counts.ts";
import { countTerms, numberTexts, spellTerms } from "./term-counts.ts";
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
  const counting = countTerms(numbered);
  const weigh = createScales(counting, texts.length, terms);
  const vectors = numbered.texts.map(weigh);
  const near = findNearest(vectors, counting.terms.size, { limit, least, most });
  const chosen = chooseShared(near, vectors, counting.terms);
  const spelled = spellTerms(numbered, counting, new Set(chosen.flat(2)));
  return chosen.map((own, paper) =>
    own.map((shared, i) => {
      const { text, score } = near[paper]?.[i] ?? { text: 0, score: 0 };
      return {
        key: texts[text]?.key ?? "",
        score: Math.round(score * 1000) / 1000,
        shares: shared.map((term) => spelled.get(term) ?? ""),
      };
    }),
  );
}

/** Weighs texts: the heaviest `most` terms of each, tf-idf, at unit length. */
function createScales({ terms, visit }: Counting, total: number, most: number) {
  const rarity = Float64Array.from(terms.inTexts, (papers) => Math.log(1 + total / papers));
  const weight = new Float64Array(terms.size);
  return (text: NumberedText): Vector => {
    const own: number[] = [];
    visit(text, (term, counts) => {
      if (weight[term] === 0) own.push(term);
      weight[term] = (weight[term] ?? 0) + counts;
    });
    for (const term of own) {
      const worth = (1 + Math.log(weight[term] ?? 1)) * (rarity[term] ?? 0);
      weight[term] = terms.isPair(term) ? worth * PAIR : worth;
    }
    const least =
      Float64Array.from(own, (term) => weight[term] ?? 0)
        .sort()
        .at(-most) ?? 0;
    const heaviest = own
      .filter((term) => (weight[term] ?? 0) >= least)
      .sort(heavierFirst(weight, terms))
      .slice(0, most);
    const length =
      Math.sqrt(heaviest.reduce((sum, term) => sum + (weight[term] ?? 0) ** 2, 0)) || 1;
    const weights = Float64Array.from(heaviest, (term) => (weight[term] ?? 0) / length);
    for (const term of own) weight[term] = 0;
    return { terms: Int32Array.from(heaviest), weights };
  };
}

/** Heaviest first; equal weights by name, so that the same corpus gives the same order. */
const heavierFirst =
  (weight: Float64Array, terms: Terms) =>
  (a: number, b: number): number =>
    (weight[b] ?? 0) - (weight[a] ?? 0) || terms.compare(a, b);

/** Of every paper and each of its neighbours the terms that say why. */
function chooseShared(
  near: readonly (readonly Near[])[],
  vectors: readonly Vector[],
  terms: Terms,
): number[][][] {
  const own = new Float64Array(terms.size);
  const product = new Float64Array(terms.size);
  const none: Vector = { terms: new Int32Array(), weights: new Float64Array() };
  return near.map((neighbours, paper) => {
    const vector = vectors[paper] ?? none;
    vector.terms.forEach((term, i) => {
      own[term] = vector.weights[i] ?? 0;
    });
    const chosen = neighbours.map(({ text }) => {
      const other = vectors[text] ?? none;
      const both: number[] = [];
      other.terms.forEach((term, i) => {
        if (own[term] === 0) return;
        product[term] = (own[term] ?? 0) * (other.weights[i] ?? 0);
        both.push(term);
      });
      return giveReason(both.sort(heavierFirst(product, terms)), product, terms);
    });
    vector.terms.forEach((term) => {
      own[term] = 0;
    });
    return chosen;
  });
}

/**
 * The reason: the three strongest shared terms, a word left out where its pair already says it.
 *
 * @param both the terms that two papers share, the strongest first.
 * @param product what each of them adds to the cosine.
 */
function giveReason(both: readonly number[], product: Float64Array, terms: Terms): number[] {
  const chosen: number[] = [];
  const pairs = both.filter((term) => terms.isPair(term));
  const strongest = product[both[0] ?? 0] ?? 0;
  for (const term of both) {
    if (chosen.some((other) => terms.overlap(term, other))) continue;
    // A pair says more than its words, even where the cosine owes more to them.
    const said = pairs.find((pair) => terms.overlap(term, pair)) ?? term;
    if (!terms.isPair(said) && (product[term] ?? 0) < strongest * WORTH_SAYING) continue;
    chosen.push(said);
    if (chosen.length === 3) break;
  }
  return chosen;
}
