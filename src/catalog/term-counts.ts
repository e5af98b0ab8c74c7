import { createWordReader } from "./terms.ts";

/** A piece of a text and what a term in it counts. */
export interface Part {
  text: string;
  weight: number;
}

/** A corpus as numbers: what counting terms in it works on. */
export interface NumberedTexts {
  /** Folded words by their numbers. */
  words: string[];
  /** The ways words are written, by their numbers. */
  forms: string[];
  texts: NumberedText[];
}

/** A text as the numbers of its words, `BREAK` where no pair may span. */
export interface NumberedText {
  words: Int32Array;
  /** How each word is written. */
  forms: Int32Array;
  /** What each word counts. */
  weights: Float32Array;
}

export const BREAK = -1;

/** Numbers things in the order in which they come. */
function createNumbering() {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  return {
    names,
    of(name: string): number {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}

/** Reads texts part by part: a word is a number from here on, eight bytes where a pair of strings took hundreds. */
export function numberTexts(texts: Iterable<readonly Part[]>): NumberedTexts {
  const read = createWordReader();
  const words = createNumbering();
  const forms = createNumbering();
  const numbered: NumberedText[] = [];
  for (const parts of texts) {
    const here: number[] = [];
    const written: number[] = [];
    const weights: number[] = [];
    for (const { text, weight } of parts) {
      for (const word of read(text)) {
        here.push(word ? words.of(word.id) : BREAK);
        written.push(word ? forms.of(word.surface) : BREAK);
        weights.push(weight);
      }
      here.push(BREAK);
      written.push(BREAK);
      weights.push(0);
    }
    numbered.push({
      words: Int32Array.from(here),
      forms: Int32Array.from(written),
      weights: Float32Array.from(weights),
    });
  }
  return { words: words.names, forms: forms.names, texts: numbered };
}

/** Names of terms: a word's number, or a pair's, which is above all words. */
export function createTermNames({ words }: Pick<NumberedTexts, "words">) {
  const size = words.length;
  const first = (term: number) => (term < size ? term : Math.floor(term / size) - 1);
  const second = (term: number) => (term < size ? undefined : term % size);
  return {
    pair: (a: number, b: number) => (a + 1) * size + b,
    isPair: (term: number) => term >= size,
    /** The words of a term. */
    parts: (term: number) => (term < size ? [term] : [first(term), term % size]),
    /** Order by name, as the words spelled out would have it. */
    compare(a: number, b: number): number {
      const [x, y] = [words[first(a)] ?? "", words[first(b)] ?? ""];
      if (x !== y) return x < y ? -1 : 1;
      const [z, w] = [words[second(a) ?? -1] ?? "", words[second(b) ?? -1] ?? ""];
      return z < w ? -1 : z > w ? 1 : 0;
    },
  };
}

export type TermNames = ReturnType<typeof createTermNames>;

/** Calls with every term of a text in reading order: each word, and each pair with the word before it. */
export function walkTerms(
  { words, weights }: NumberedText,
  names: TermNames,
  visit: (term: number, weight: number, at: number) => void,
): void {
  let before = BREAK;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? BREAK;
    if (word !== BREAK) {
      const weight = weights[at] ?? 0;
      visit(word, weight, at);
      if (before !== BREAK) visit(names.pair(before, word), weight, at);
    }
    before = word;
  }
}

/** Terms of a text with what they count together. */
export function countTerms(text: NumberedText, names: TermNames): Map<number, number> {
  const counts = new Map<number, number>();
  walkTerms(text, names, (term, weight) => {
    counts.set(term, (counts.get(term) ?? 0) + weight);
  });
  return counts;
}

/** Slots of the sieve; a power of two. */
const SLOTS = 1 << 24;

const slotOf = (term: number) =>
  (Math.imul(term % 0x7fffffff, 0x9e3779b1) ^ Math.imul(term / 0x7fffffff, 0x85ebca6b)) &
  (SLOTS - 1);

/**
 * In how many texts each term stands that stands in two or more. Most pairs of a corpus stand in one: a first pass
 * over hashed counts leaves those out before any of them takes a place in a table (Park, Chen & Yu, "An effective
 * hash-based algorithm for mining association rules", 1995). Exact: what shares a slot by chance is counted and dropped.
 */
export function countTexts(
  { texts }: NumberedTexts,
  names: TermNames,
): ReadonlyMap<number, number> {
  const sieve = new Uint8Array(SLOTS);
  for (const text of texts)
    for (const term of countTerms(text, names).keys()) {
      const slot = slotOf(term);
      if ((sieve[slot] ?? 0) < 2) sieve[slot] = (sieve[slot] ?? 0) + 1;
    }
  const inTexts = new Map<number, number>();
  for (const text of texts)
    for (const term of countTerms(text, names).keys())
      if (sieve[slotOf(term)] === 2) inTexts.set(term, (inTexts.get(term) ?? 0) + 1);
  for (const [term, count] of inTexts) if (count < 2) inTexts.delete(term);
  return inTexts;
}

/** How a term is mostly written, for the terms asked about: ties by name. */
export function spellTerms(
  { texts, forms }: NumberedTexts,
  names: TermNames,
  asked: ReadonlySet<number>,
): Map<number, string> {
  const counts = new Map<number, Map<string, number>>();
  for (const text of texts)
    walkTerms(text, names, (term, _weight, at) => {
      if (!asked.has(term)) return;
      const last = forms[text.forms[at] ?? BREAK] ?? "";
      const form = names.isPair(term)
        ? `${forms[text.forms[at - 1] ?? BREAK] ?? ""} ${last}`
        : last;
      const known = counts.get(term) ?? new Map<string, number>();
      known.set(form, (known.get(form) ?? 0) + 1);
      counts.set(term, known);
    });
  const most = (known: ReadonlyMap<string, number>) =>
    [...known].reduce((best, each) =>
      each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best,
    )[0];
  return new Map([...counts].map(([term, known]) => [term, most(known)]));
}
