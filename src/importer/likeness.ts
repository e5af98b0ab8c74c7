import { fold } from "../paper/fold.ts";
import { significantWords } from "../paper/key.ts";

/** What two records of one paper may tell in different words. */
export interface Telling {
  title: string;
  abstract: string;
}

/** Words that two texts share, of all that either has: 0 to 1 (Jaccard); 0 where one has none. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

const wordsOf = (text: string) => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);

// Titles that nothing of can be written in ASCII have no significant words: theirs are compared whole.
const titleOf = (title: string) => {
  const words = significantWords(title);
  return words.length > 0 ? new Set(words) : wordsOf(title);
};

/** Half of the words: a revised title or abstract keeps more, another paper's has fewer. */
const ALIKE = 0.5;

/** Whether two titles, or two abstracts, are versions of one text. */
export function isAlike(a: Telling, b: Telling): boolean {
  if (shareOf(titleOf(a.title), titleOf(b.title)) >= ALIKE) return true;
  return a.abstract !== "" && isSameText(a.abstract, b.abstract);
}

/** Whether two abstracts are versions of one text. */
export const isSameText = (a: string, b: string): boolean =>
  shareOf(wordsOf(a), wordsOf(b)) >= ALIKE;
