import type { TermTable } from "./term-table.ts";
import { createTermTable, hashTerm } from "./term-table.ts";
import { readWord, splitWords } from "./terms.ts";

/** A piece of a text and what a term in it counts. */
export interface Part {
  text: string;
  weight: number;
}

/** A corpus as numbers: what counting terms in it works on. */
export interface NumberedTexts {
  /** Folded words by their numbers. */
  words: string[];
  /** Of each spelling the number of its word, and how it is written. */
  wordOf: number[];
  forms: string[];
  texts: NumberedText[];
}

/** A text as the numbers of its spellings, `BREAK` where no pair may span. */
export interface NumberedText {
  spellings: Int32Array;
  /** What each word counts. */
  weights: Float32Array;
}

const BREAK = -1;

/**
 * Reads texts part by part: a word is a number from here on, four bytes where a pair of strings took hundreds. A corpus
 * repeats its words a hundred times: each spelling is folded once.
 */
export function numberTexts(texts: Iterable<readonly Part[]>): NumberedTexts {
  const known = new Map<string, number>();
  const numbers = new Map<string, number>();
  const [words, wordOf, forms]: [string[], number[], string[]] = [[], [], []];

  function spellingOf(piece: string): number {
    const word = readWord(piece);
    if (!word) return BREAK;
    let number = numbers.get(word.id);
    if (number === undefined) {
      number = words.push(word.id) - 1;
      numbers.set(word.id, number);
    }
    wordOf.push(number);
    return forms.push(word.surface) - 1;
  }

  const numbered: NumberedText[] = [];
  const here: number[] = [];
  for (const parts of texts) {
    const ends: [end: number, weight: number][] = [];
    here.length = 0;
    for (const { text, weight } of parts) {
      for (const piece of splitWords(text)) {
        let spelling = known.get(piece);
        if (spelling === undefined) {
          spelling = spellingOf(piece);
          known.set(piece, spelling);
        }
        here.push(spelling);
      }
      here.push(BREAK);
      ends.push([here.length, weight]);
    }
    const weights = new Float32Array(here.length);
    let start = 0;
    for (const [end, weight] of ends) {
      weights.fill(weight, start, end);
      start = end;
    }
    numbered.push({ spellings: Int32Array.from(here), weights });
  }
  return { words, wordOf, forms, texts: numbered };
}

/** The terms of a corpus that two or more texts have, numbered. */
export interface Terms {
  /** How many numbers there are. */
  size: number;
  /** In how many texts each stands. */
  inTexts: Int32Array;
  isPair(term: number): boolean;
  /** Whether two terms have a word in common. */
  overlap(a: number, b: number): boolean;
  /** Order by name, as the words spelled out would have it. */
  compare(a: number, b: number): number;
}

/** Slots of the sieve: some for every word of the corpus, never more than eighty megabytes of them; a power of two. */
const slotsFor = (words: number) => 2 ** Math.min(24, Math.ceil(Math.log2(words * 4 + 1024)));

/**
 * Counting over the numbered texts of a corpus. Terms that stand in one text alone, as most pairs do, get no number: a
 * first pass over hashed counts leaves them out before any takes a place in a table (Park, Chen & Yu, "An effective
 * hash-based algorithm for mining association rules", 1995). Exact: what shares a slot by chance is counted and dropped.
 */
export function countTerms(corpus: NumberedTexts) {
  const { texts, words, wordOf } = corpus;
  const size = words.length;
  const sieve = siftTerms(corpus);
  const all = createTermTable();
  let [counts, last] = [new Int32Array(1 << 16), new Int32Array(1 << 16)];
  for (const [number, text] of texts.entries())
    walk(text, wordOf, size, (term) => {
      if (!sieve(term)) return;
      const at = all.add(term);
      if (at === counts.length) [counts, last] = [twice(counts), twice(last)];
      if (last[at] === number + 1) return;
      last[at] = number + 1;
      counts[at] = (counts[at] ?? 0) + 1;
    });
  const { table, inTexts } = keepShared(all, counts);
  const first = (term: number) => {
    const name = table.term(term);
    return name < size ? name : Math.floor(name / size) - 1;
  };
  const second = (term: number) => {
    const name = table.term(term);
    return name < size ? undefined : name % size;
  };
  const isPair = (term: number) => table.term(term) >= size;
  const terms: Terms = {
    size: table.size,
    inTexts,
    isPair,
    overlap(a, b) {
      const [x, y, z, w] = [first(a), second(a), first(b), second(b)];
      return x === z || x === w || (y !== undefined && (y === z || y === w));
    },
    compare(a, b) {
      const [x, y] = [words[first(a)] ?? "", words[first(b)] ?? ""];
      if (x !== y) return x < y ? -1 : 1;
      const [z, w] = [words[second(a) ?? BREAK] ?? "", words[second(b) ?? BREAK] ?? ""];
      return z < w ? -1 : z > w ? 1 : 0;
    },
  };
  return {
    terms,
    /** Calls with the numbers of a text's terms in reading order: each word, and each pair with the word before it. */
    visit(text: NumberedText, tell: (term: number, weight: number, at: number) => void): void {
      walk(text, wordOf, size, (name, at) => {
        const term = table.find(name);
        if (term !== -1) tell(term, text.weights[at] ?? 0, at);
      });
    },
  };
}

export type Counting = ReturnType<typeof countTerms>;

function twice(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(array.length * 2);
  more.set(array);
  return more;
}

/** Calls with every term of a text: a word's number, or a pair's, which is above all words. */
function walk(
  { spellings }: NumberedText,
  wordOf: readonly number[],
  size: number,
  tell: (term: number, at: number) => void,
): void {
  let before = BREAK;
  for (let at = 0; at < spellings.length; at += 1) {
    const spelling = spellings[at] ?? BREAK;
    const word = spelling === BREAK ? BREAK : (wordOf[spelling] ?? BREAK);
    if (word !== BREAK) {
      tell(word, at);
      if (before !== BREAK) tell((before + 1) * size + word, at);
    }
    before = word;
  }
}

/** Whether a term may stand in two texts or more: never wrong where it says no. */
function siftTerms({ texts, words, wordOf }: NumberedTexts): (term: number) => boolean {
  const slots = slotsFor(texts.reduce((sum, { spellings }) => sum + spellings.length, 0));
  const slotOf = (term: number) => hashTerm(term) & (slots - 1);
  /** The text that a slot was last met in, counted from one, and whether it was met in two. */
  const last = new Int32Array(slots);
  const two = new Uint8Array(slots);
  for (const [number, text] of texts.entries())
    walk(text, wordOf, words.length, (term) => {
      const slot = slotOf(term);
      if (last[slot] === number + 1) return;
      if (last[slot] !== 0) two[slot] = 1;
      last[slot] = number + 1;
    });
  return (term) => two[slotOf(term)] === 1;
}

/** The terms that stand in two texts or more. */
function keepShared(all: TermTable, counts: Int32Array) {
  const table = createTermTable();
  const inTexts: number[] = [];
  for (let term = 0; term < all.size; term += 1) {
    const count = counts[term] ?? 0;
    if (count < 2) continue;
    table.add(all.term(term));
    inTexts.push(count);
  }
  return { table, inTexts: Int32Array.from(inTexts) };
}

/** How a term is mostly written, for the terms asked about: ties by name. */
export function spellTerms(
  { texts, forms }: NumberedTexts,
  { terms, visit }: Counting,
  asked: ReadonlySet<number>,
): Map<number, string> {
  const wanted = new Uint8Array(terms.size);
  for (const term of asked) wanted[term] = 1;
  const counts = new Map<number, Map<string, number>>();
  for (const text of texts)
    visit(text, (term, _weight, at) => {
      if (wanted[term] !== 1) return;
      const last = forms[text.spellings[at] ?? BREAK] ?? "";
      const form = terms.isPair(term)
        ? `${forms[text.spellings[at - 1] ?? BREAK] ?? ""} ${last}`
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
