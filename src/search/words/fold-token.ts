/** Letters, symbols and TeX that a keyboard spells out. */
const SPELLED: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta ϑ theta ι iota κ kappa " +
    "λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi ϕ phi χ chi ψ psi ω omega " +
    "∞ infinity ß ss æ ae œ oe ø o đ d ð d þ th ł l ı i ħ h ŋ ng"
  )
    .split(" ")
    .reduce<[string, string][]>((pairs, word, i, all) => {
      if (i % 2 === 0) pairs.push([word, all[i + 1] ?? ""]);
      return pairs;
    }, []),
);

const SPELLED_LETTER = new RegExp(`[${Object.keys(SPELLED).join("")}]`, "gu");

/** Lower case, no accents, one spelling for every way to write a letter: `ℓ²` and `L2`, `α` and `\alpha`. */
export function foldToken(text: string): string {
  // Nearly every word is plain, and every word of every result is folded.
  const plain = PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(SPELLED_LETTER, (letter) => SPELLED[letter] ?? letter);
  return /ell|infty/u.test(plain)
    ? plain
        .replace(/\\ell(?![a-z])|(?<![a-z\\])ell(?=_?\d)/gu, "l")
        .replace(/(?<![a-z])infty(?![a-z])/gu, "infinity")
    : plain;
}

const PLAIN = /^\p{ASCII}*$/u;

/** A title with only its letters and digits, folded: equal however it is spaced, hyphenated or capitalised. */
export const foldTitle = (title: string): string =>
  foldToken(title).replace(/[^\p{L}\p{N}]+/gu, "");

/** Dashes and slashes between words are gaps to a reader, glue to Pagefind. */
export const openGaps = (text: string): string =>
  text.replace(/(?<=\p{L}{2})([—–…/])(?=\p{L}{2})/gu, "$1 ");

/** A stretch between spaces, as Pagefind indexes it: joined, and each part where it has several. */
export interface Chunk {
  /** `finetuning` of `Fine-tuning`. */
  joined: string;
  /** `fine`, `tuning`; one part where nothing divides it. */
  parts: string[];
}

/** Whether a part is a word to the index where it stands by itself: letters and digits alone are none. */
export const isSpoken = (part: string): boolean => part.length > 1;

const WORD = /[\p{L}\p{N}]+/gu;

/** Takes a stretch without spaces apart; undefined where it has neither letter nor digit. */
export function readChunk(text: string): Chunk | undefined {
  const parts = foldToken(text)
    .replace(/['’]s\b/gu, "")
    .match(WORD);
  return parts ? { joined: parts.join(""), parts } : undefined;
}

/** Stretches of a text. */
export function readChunks(text: string): Chunk[] {
  return openGaps(text)
    .split(/\s+/u)
    .map(readChunk)
    .filter((chunk) => chunk !== undefined);
}
