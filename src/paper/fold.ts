import { fnv1a } from "./fnv.ts";

/** Letters that Unicode does not decompose, as ASCII writers spell them. */
const ASCII: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
  ŋ: "ng",
};

const OTHERS = /[ßæœøđðþłıħŋ]/gu;
const spell = (letter: string) => ASCII[letter] ?? letter;

/** Scripts in which a mark on a letter is an accent or a vowel that may be left out. In others it is half of the letter. */
const ACCENTED =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]|[^\p{L}]/u;

/** A letter with its marks, which are looked for where there are any. */
const MARKED = /(\P{M}?)(\p{M}+)/gu;

/** Lower case, without accents, ligatures taken apart: `Dollár` and `dollar` become the same. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(MARKED, (whole, letter: string) =>
      letter === "" || ACCENTED.test(letter) ? letter : whole,
    )
    .normalize("NFC")
    .toLowerCase()
    .replace(OTHERS, spell);
}

/** The letters and digits of a text, folded, without any mark of any script: for digests that last. */
export const bareLetters = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(OTHERS, spell)
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** What a path segment may take, in bytes: a file's name has 255 on every system, with its ending. */
const LONGEST = 180;

/** What no file may be called on Windows, with whatever ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/** The beginning of a text that takes no more than some bytes of UTF-8. */
function cut(text: string, bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}

/**
 * A path segment: folded, everything else than letters and digits as single hyphens. Non-Latin letters stay. One that no
 * file may be called on some system, or that is too long for that, ends in a digest.
 */
export function slugify(text: string): string {
  const slug = fold(text)
    .replace(/['’`\u200C\u200D]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  // Three bytes a unit at most: nearly every one is seen to be short without being encoded.
  const isShort = slug.length * 3 <= LONGEST || new TextEncoder().encode(slug).length <= LONGEST;
  if (isShort && !RESERVED.test(slug)) return slug;
  return `${cut(slug, LONGEST - 9).replace(/-+$/u, "")}-${fnv1a(slug).toString(16).padStart(8, "0")}`;
}

/** A text with only its letters and digits, folded: equal for titles that differ in spacing, case or punctuation. */
export function foldTitle(title: string): string {
  return fold(title).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
