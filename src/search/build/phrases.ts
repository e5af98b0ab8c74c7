import type { Catalog } from "../../catalog/types.ts";
import { isSpoken } from "../words/fold-token.ts";
import type { Stretch, TextReader } from "./text-reader.ts";
import { createTextReader } from "./text-reader.ts";

/** Where a phrase stands in one paper: times in the abstract and in the title. */
export interface Times {
  text: number;
  title: number;
}

/**
 * Papers in which phrases stand, by phrase: words in their indexed forms, apart by spaces. The index itself knows only
 * single words; putting these together when somebody searches takes all places of all of them.
 */
export function findPhrases(
  { papers }: Catalog,
  phrases: Iterable<string>,
  toStem: (word: string) => string,
  read: TextReader = createTextReader(),
): Map<string, Map<number, Times>> {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(" ").filter(isSpoken);
    const [first, second] = words;
    if (first === undefined || second === undefined) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  const stems = new WeakMap<Stretch, string[]>();
  const stemsOf = (stretch: Stretch) => {
    const known = stems.get(stretch) ?? (stretch.parts ?? []).filter(isSpoken).map(toStem);
    stems.set(stretch, known);
    return known;
  };
  const found = new Map<string, Map<number, Times>>();
  const look = (text: string, paper: number, where: keyof Times) => {
    const words = read(text).flatMap(stemsOf);
    for (const [at, first] of words.entries())
      for (const phrase of byFirst.get(first) ?? []) {
        if (!phrase.every((word, i) => words[at + i] === word)) continue;
        const key = phrase.join(" ");
        const inPapers = found.get(key) ?? new Map<number, Times>();
        found.set(key, inPapers);
        const times = inPapers.get(paper) ?? { text: 0, title: 0 };
        times[where] += 1;
        inPapers.set(paper, times);
      }
  };
  for (const { number, title, abstract } of papers) {
    look(title, number, "title");
    look(abstract.text, number, "text");
  }
  return found;
}
