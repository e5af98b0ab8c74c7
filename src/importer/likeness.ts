import { fold } from "../paper/fold.ts";
import { significantWords, titleWords } from "../paper/key.ts";

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

/** What stands before the name of what it is about, or alone: papers of these names have nothing else in common. */
const ABOUT_OTHERS =
  /^(?:erratum|errata|corrigend(?:um|a)|correction|addendum|retraction|(?:author(?:s|'s|s')? )?repl(?:y|ies)|response|comments?|discussion|rejoinder|re)\b\W*(?:to|on|of|for|:|\]|$)/iu;
const RECURRING =
  /^(?:(?:guest )?editor(?:ial|s?'? (?:note|introduction))|introduction|preface|foreword|afterword|conclusions?|in memoriam|book reviews?|news|announcements?|(?:table of )?contents|index|(?:front|back) ?matter|title page|author index|(?:program )?committees?|obituary|letter(?:s| to the editor)?|abstracts?|welcome|untitled)$/iu;

/** Whether a title is one that many papers have: an editorial, an introduction. */
export const isRecurring = (title: string): boolean => {
  const bare = title.replace(/[^\p{L}\p{N}' ]+$/u, "").trim();
  return RECURRING.test(bare) || (ABOUT_OTHERS.test(bare) && !bare.includes(" "));
};

/** Numbers of parts, in whatever signs: `Part II`, `2`, `v3`. */
const numbersOf = (title: string) =>
  (fold(title).match(/(?<![\p{L}\p{N}])(?:[ivx]+|\d+|[ab])(?![\p{L}\p{N}])/gu) ?? [])
    .filter((word) => word !== "a")
    .join(" ");

/** Whether one title is the other with a subtitle, and says enough by itself. */
function isSubtitled(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const heads = long.split(/\s*[:–—]\s+|\s+[-–—]\s+|\?\s+/u);
  return (
    heads.length > 1 &&
    significantWords(short).length >= 3 &&
    titleWords(heads[0] ?? "").join(" ") === titleWords(short).join(" ")
  );
}

/** Texts that share so much are one text, whatever their titles. */
const SAME = 0.8;

/**
 * Whether two papers of the same authors are one under a changed title: the abstracts are one text; or they are versions
 * of one, as the titles are; or, where one has none, a subtitle came or went. Part I is not Part II, nor a paper its
 * correction.
 */
export function isRevised(a: Telling, b: Telling): boolean {
  if (ABOUT_OTHERS.test(a.title) !== ABOUT_OTHERS.test(b.title)) return false;
  if (isRecurring(a.title) || isRecurring(b.title) || numbersOf(a.title) !== numbersOf(b.title))
    return false;
  if (a.abstract === "" || b.abstract === "") return isSubtitled(a.title, b.title);
  const share = shareOf(wordsOf(a.abstract), wordsOf(b.abstract));
  if (share >= SAME) return true;
  return (
    share >= ALIKE &&
    (isSubtitled(a.title, b.title) || shareOf(titleOf(a.title), titleOf(b.title)) >= ALIKE)
  );
}

/** Half of the words: a revised title or abstract keeps more, another paper's has fewer. */
const ALIKE = 0.5;

/** Whether two titles, or two abstracts, are versions of one text. */
export function isAlike(a: Telling, b: Telling): boolean {
  if (shareOf(titleOf(a.title), titleOf(b.title)) >= ALIKE) return true;
  return a.abstract !== "" && isSameText(a.abstract, b.abstract);
}

/** Of another paper's title hardly a word is in this one's: what versions of one paper are called has more in common. */
const UNLIKE = 0.1;

/** Two texts in one language share some words, whatever they are about; a translation shares none with what it translates. */
const ONE_LANGUAGE = 0.03;

const isLatin = (text: string) => /\p{Script=Latin}/u.test(text);

/** Whether two titles share hardly a word, though both are in Latin letters or neither is. */
export const isOtherTitle = (a: string, b: string): boolean =>
  isLatin(a) === isLatin(b) && shareOf(titleOf(a), titleOf(b)) < UNLIKE;

/** Whether two abstracts are texts of their own, and neither is a version or a translation of the other. */
export function isOtherText(a: string, b: string): boolean {
  const share = shareOf(wordsOf(a), wordsOf(b));
  return share >= ONE_LANGUAGE && share < ALIKE / 2;
}

/** Whether two abstracts are versions of one text. */
export const isSameText = (a: string, b: string): boolean =>
  shareOf(wordsOf(a), wordsOf(b)) >= ALIKE;
