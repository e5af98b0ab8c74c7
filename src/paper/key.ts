import { fold } from "./fold.ts";
import type { Person } from "./people.ts";

/** Words that say nothing of a title's subject: articles, prepositions, conjunctions, auxiliaries, pronouns, question words. */
const FUNCTION_WORDS = new Set(
  (
    "a an the and or nor but if of in on at by for from to into onto toward towards with without within via as than " +
    "is are was were be been being am do does did has have had can could will would shall should may might must " +
    "not no we i you it its they their our your he she his her this that these those there " +
    "how why what when where which who whom whose some any all each every more most over under between among " +
    "about against through during beyond upon"
  ).split(" "),
);

/** The words of a title, folded to ASCII letters and digits; a one-letter part joins what follows (`M-VAR` is `mvar`). */
export function titleWords(title: string): string[] {
  return fold(title)
    .replace(/['’]/gu, "")
    .replace(/\b([a-z])-(?=[a-z])/gu, "$1")
    .split(/[^a-z0-9]+/u)
    .filter(Boolean);
}

/** The words of a title that carry its subject; all of them when none does. */
export function significantWords(title: string): string[] {
  const words = titleWords(title);
  const significant = words.filter((word) => !FUNCTION_WORDS.has(word));
  return significant.length > 0 ? significant : words;
}

const ascii = (text: string) => fold(text).replace(/[^a-z0-9]+/gu, "");

/**
 * The key that a paper would get, before clashes: first author's family name, year, first significant
 * word of the title (`dao2025improved`); without an author, the first four significant words.
 * Takes what can be folded to ASCII alone: the import romanises other scripts before it asks. Empty when there is nothing.
 */
export function baseKey(paper: {
  title: string;
  authors: readonly Person[];
  year?: number | undefined;
}): string {
  const family = ascii(paper.authors[0]?.family ?? "");
  const words = significantWords(paper.title);
  if (family === "") return words.slice(0, 4).join("-");
  return `${family}${paper.year === undefined ? "" : String(paper.year)}${words[0] ?? ""}`;
}

/** `b`, `c`, … `z`, `ba`: what tells apart papers whose keys would be the same. */
function letters(n: number): string {
  const last = String.fromCharCode(97 + (n % 26));
  return n < 26 ? last : letters(Math.floor(n / 26)) + last;
}

/** The first of `key`, `keyb`, `keyc`, … that is not taken. A paper without any ASCII letter becomes `paper`. */
export function freeKey(key: string, isTaken: (key: string) => boolean): string {
  const base = key === "" ? "paper" : key;
  if (!isTaken(base)) return base;
  for (let n = 1; ; n += 1) {
    const candidate = base + letters(n);
    if (!isTaken(candidate)) return candidate;
  }
}

/** What a key may look like: it is a file name, a URL segment and a BibTeX key at once. */
export const KEY_PATTERN = /^[a-z0-9][a-z0-9._+-]*$/iu;

/** Names that a path cannot have: of the site's own, and of Windows' devices. */
export const RESERVED_KEY = /^(?:page|index|con|prn|aux|nul|com\d|lpt\d)$/iu;

/** Endings that an address has for another reason: `x.bib` is that of x's BibTeX. */
export const FILE_ENDING = /\.(bib|ris|json|md|mdx|html|xml)$/iu;

/** Why a name can be no key, as the end of a sentence about it; undefined where it can. */
export function keyFault(name: string): string | undefined {
  if (!KEY_PATTERN.test(name)) return "has other characters than letters, digits, . _ + -";
  if (FILE_ENDING.test(name)) return "ends as the address of a file does";
  if (name.endsWith(".")) return "ends in a full stop, which Windows drops";
  // Windows takes `aux.x` for the device, too.
  const [device = ""] = name.split(".");
  if (RESERVED_KEY.test(name) || (!/^(?:page|index)$/iu.test(device) && RESERVED_KEY.test(device)))
    return "is a name of the site's own or of a device of Windows";
  return undefined;
}
