import { isSpoken } from "../words/fold-token.ts";
import type { PaperText, Texts } from "./texts.ts";

/** Where a phrase stands in one paper: times in the abstract and in the title. */
export type Times = Record<keyof PaperText, number>;

/**
 * Papers in which phrases stand, by phrase: words in their indexed forms, apart by spaces. The index itself knows only
 * single words; putting these together when somebody searches takes all places of all of them.
 */
export function findPhrases(
  { words, papers }: Texts,
  phrases: Iterable<string>,
  toStem: (word: string) => string,
): Map<string, Map<number, Times>> {
  const numbers = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const number = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, number);
    return number;
  };
  /** By a word's number: its stem's, or -1 where the index does not know it. */
  const stems = Int32Array.from(words, (word) => (isSpoken(word) ? numberOf(toStem(word)) : -1));
  /** By the number of a phrase's first stem. */
  const begun: { key: string; more: number[] }[][] = [];
  for (const phrase of phrases) {
    const parts = phrase.split(" ").filter(isSpoken);
    const [first, ...more] = parts.map(numberOf);
    if (first === undefined || more.length === 0) continue;
    (begun[first] ??= []).push({ key: parts.join(" "), more });
  }
  const found = new Map<string, Map<number, Times>>();
  const look = (text: Uint32Array, paper: number, where: keyof Times) => {
    const run = Int32Array.from(text, (code) => stems[code >>> 1] ?? -1).filter(
      (stem) => stem >= 0,
    );
    for (let at = 0; at < run.length; at += 1)
      for (const { key, more } of begun[run[at] ?? -1] ?? []) {
        if (!more.every((stem, i) => run[at + 1 + i] === stem)) continue;
        const inPapers = found.get(key) ?? new Map<number, Times>();
        found.set(key, inPapers);
        const times = inPapers.get(paper) ?? { abstract: 0, title: 0 };
        times[where] += 1;
        inPapers.set(paper, times);
      }
  };
  for (const [paper, { title, abstract }] of papers.entries()) {
    look(title, paper, "title");
    look(abstract, paper, "abstract");
  }
  return found;
}
