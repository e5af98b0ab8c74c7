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

/** Lower case, without accents, ligatures taken apart: `Dollár` and `dollar` become the same. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðþłıħŋ]/gu, (letter) => ASCII[letter] ?? letter);
}

/** A path segment: folded, everything else than letters and digits as single hyphens. Non-Latin letters stay. */
export function slugify(text: string): string {
  return fold(text)
    .replace(/['’`]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
}

/** A text with only its letters and digits, folded: equal for titles that differ in spacing, case or punctuation. */
export function foldTitle(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}]+/gu, "");
}
