import { STOPWORDS } from "../words/stopwords.ts";
import type { PaperText, Texts } from "./texts.ts";
import { createCounter } from "./texts.ts";

/** How often each word stands in a corpus, as people write it, and how compounds are written. */
export interface Vocabulary {
  /** Folded word to the number of papers that have it; parts of compounds count too. */
  words: ReadonlyMap<string, number>;
  /** Words that papers write in small letters, to the number of these. */
  small: ReadonlyMap<string, number>;
  /** `fine-tuning` where it is written with hyphens, to the number of papers. */
  hyphenated: ReadonlyMap<string, number>;
  /** `fine-tuning` where the same stands as two words, to the number of papers. */
  open: ReadonlyMap<string, number>;
  /** Words written without hyphen, to the number of papers. */
  closed: ReadonlyMap<string, number>;
}

/** Longer compounds are listings and addresses. */
const MOST_PARTS = 4;
const LONGEST = 30;

/** Hands over the stretches of a paper, each as the numbers of its parts, in one array for all. */
function eachStretch({ title, abstract }: PaperText, take: (parts: readonly number[]) => void) {
  const parts: number[] = [];
  for (const text of [title, abstract])
    for (const code of text) {
      parts.push(code >>> 1);
      if (code % 2 === 0) continue;
      take(parts);
      parts.length = 0;
    }
}

/** Counts compounds, which get numbers as they are met. */
function createCompoundCounter() {
  const numbers = new Map<string, number>();
  const counter = createCounter();
  return {
    add(compound: string, paper: number): void {
      const number = numbers.get(compound) ?? numbers.size;
      numbers.set(compound, number);
      counter.add(number, paper);
    },
    counts: () => new Map(Array.from(numbers, ([name, number]) => [name, counter.count(number)])),
  };
}

/** Goes through texts: first for words and compounds, then for pairs of words that are also written as one. */
export function collectVocabulary(texts: Texts): Vocabulary {
  const words = createCounter();
  const closed = createCounter();
  const hyphenated = createCompoundCounter();
  for (const [paper, text] of texts.papers.entries())
    eachStretch(text, (parts) => {
      for (const part of parts) words.add(part, paper);
      const [first = 0] = parts;
      if (parts.length === 1) closed.add(first, paper);
      else if (parts.length <= MOST_PARTS) {
        const spelled = parts.map((part) => texts.words[part] ?? "");
        if (spelled.join("").length <= LONGEST) hyphenated.add(spelled.join("-"), paper);
      }
    });
  const named = (count: (word: number) => number) =>
    new Map(
      texts.words
        .map((word, number): [string, number] => [word, count(number)])
        .filter(([, papers]) => papers > 0),
    );
  const counted = { hyphenated: hyphenated.counts(), closed: named(closed.count) };
  return {
    words: named(words.count),
    small: named((word) => texts.small[word] ?? 0),
    ...counted,
    open: countPairs(texts, counted),
  };
}

/** Pairs of words that are also written as one or with a hyphen, by first and second word: `fine`, `tuning`. */
function listPairs(
  hyphenated: ReadonlyMap<string, number>,
  closed: ReadonlyMap<string, number>,
): Map<string, Map<string, string>> {
  const pairs = new Map<string, Map<string, string>>();
  const add = (first: string, second: string) => {
    if (!closed.has(first) || !closed.has(second)) return;
    const own = pairs.get(first) ?? new Map<string, string>();
    pairs.set(first, own.set(second, `${first}-${second}`));
  };
  for (const compound of hyphenated.keys()) {
    const [first = "", second = "", ...more] = compound.split("-");
    if (more.length === 0) add(first, second);
  }
  for (const word of closed.keys())
    for (let at = 1; at < word.length; at += 1) add(word.slice(0, at), word.slice(at));
  return pairs;
}

/** Counting every pair of a large corpus would fill the memory: only those with another spelling count. */
function countPairs(
  texts: Texts,
  { hyphenated, closed }: Pick<Vocabulary, "hyphenated" | "closed">,
): Map<string, number> {
  const open = createCompoundCounter();
  const known = listPairs(hyphenated, closed);
  const second = texts.words.map((word) => known.get(word));
  for (const [paper, text] of texts.papers.entries()) {
    let before: ReadonlyMap<string, string> | undefined;
    eachStretch(text, (parts) => {
      const [word = 0] = parts;
      const single = parts.length === 1;
      const pair = before && single ? before.get(texts.words[word] ?? "") : undefined;
      if (pair !== undefined) open.add(pair, paper);
      before = single ? second[word] : undefined;
    });
  }
  return open.counts();
}

/** Every search begins with the list, so that it may not grow with the corpus: the commonest are kept. */
const MOST_COMPOUNDS = 6_000;

/** Above this many texts, a compound must be worth its bytes. */
const SMALL = 2_000;

/** A word so much oftener written closed is one word, broken at the end of a line: `man-agement`. */
const CLOSED_RATIO = 8;

/**
 * Compounds whose spellings search must treat alike, written with hyphens, in order: those of which the
 * corpus has two spellings, those that several texts have, and, in a small corpus, every one.
 */
export function listCompounds(vocabulary: Vocabulary, texts: number): string[] {
  const { hyphenated, open, closed } = vocabulary;
  const times = (compound: string) => ({
    apart: (hyphenated.get(compound) ?? 0) + (open.get(compound) ?? 0),
    together: closed.get(compound.replaceAll("-", "")) ?? 0,
  });
  const isOne = (compound: string) => {
    const { apart, together } = times(compound);
    return together > CLOSED_RATIO * apart;
  };
  const kept = [...hyphenated].filter(([compound, count]) => {
    const { apart, together } = times(compound);
    return texts <= SMALL || count > 1 || apart > count || together > 0;
  });
  const twoWords = [...open.keys()].filter(
    (compound) =>
      !hyphenated.has(compound) &&
      times(compound).together > 0 &&
      compound.split("-").every((part) => part.length > 1 && !STOPWORDS.has(part)),
  );
  const all = [...kept.map(([compound]) => compound), ...twoWords].filter(
    (compound) => /\p{L}/u.test(compound) && !isOne(compound),
  );
  const written = new Map(all.map((compound) => [compound, times(compound)]));
  const timesOf = (compound: string) => {
    const { apart = 0, together = 0 } = written.get(compound) ?? {};
    return apart + together;
  };
  return all
    .sort((a, b) => timesOf(b) - timesOf(a) || (a < b ? -1 : 1))
    .slice(0, MOST_COMPOUNDS)
    .sort();
}

/** Words worth proposing for a misspelt one. */
export function listWords(vocabulary: Vocabulary): [word: string, texts: number][] {
  return [...vocabulary.words]
    .filter(([word]) => /^\p{L}{3,24}$/u.test(word) || /^\p{L}[\p{L}\p{N}]{2,11}$/u.test(word))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
