import anyAscii from "any-ascii";
import { significantWords } from "../paper/key.ts";
import { fold } from "../paper/fold.ts";

/** A short word says little of a title: in many languages it is a preposition. */
const SHORT = 3;

const SEGMENTER = new Intl.Segmenter("und", { granularity: "word" });

/** A text in ASCII letters, word by word: Chinese, Japanese and Thai are written without spaces. */
function romanWords(text: string): string[] {
  return [...SEGMENTER.segment(text.normalize("NFC"))]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => anyAscii(segment).replace(/[^a-z0-9]+/giu, ""))
    .filter((word) => word !== "");
}

/** A citation key in ASCII letters: those of other scripts, and `ø` and `ß`, as they are written in Latin ones. */
export const romanKey = (key: string): string =>
  key
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .replace(/(?![A-Za-z])\p{L}+/gu, (letters) => anyAscii(letters));

const hasRoman = (text: string) => /[a-z]/u.test(fold(text));

/** A name as a key can have it: romanised where it is in another script, `Иванов` as `Ivanov`; else as it is. */
export const romanName = (name: string): string =>
  hasRoman(name) || !/\p{L}/u.test(name) ? name : romanWords(name).join("");

/**
 * A title as a key can have it: romanised where no word of it is in Latin letters, without its short words where it has
 * longer ones; else as it is.
 */
export function romanTitle(title: string): string {
  if (significantWords(title).some((word) => /[a-z]/u.test(word)) || !/\p{L}/u.test(title))
    return title;
  const words = romanWords(title);
  const long = words.filter((word) => word.length >= SHORT);
  return (long.length > 0 ? long : words).join(" ");
}
