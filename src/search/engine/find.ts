import { stem } from "../words/stem.ts";
import { spellings } from "../words/respell.ts";
import type { Chunk } from "../words/fold-token.ts";
import { isSpoken } from "../words/fold-token.ts";
import type { Evidence } from "./evidence.ts";
import { either, inField, inSequence, NOTHING, sightings } from "./evidence.ts";
import type { Form } from "./lexicon.ts";
import type { Index } from "./open-index.ts";
import { once } from "./once.ts";
import type { Term } from "./parse-query.ts";

/** Word lists that a beginning of a word may load, and words that it may stand for. */
const PREFIX_FILES = 3;
const PREFIX_WORDS = 60;

/** Letters that an ending adds to an indexed word, at most: `diffusi` is on the way from `diffus`. */
const ENDING = 3;

/** A word that only begins as typed, beside the word itself and where there is no such word. */
export const BEGINS = 0.3;
export const MEANT = 0.9;

/** Finds words, forms, phrases in an index; what was found once is kept. */
export interface Finder {
  /** A word in its indexed form, in all its spellings. */
  word(stemmed: string): Promise<Evidence>;
  /** Words one after the other, or written as one. */
  form(form: Form): Promise<Evidence>;
  /** Evidence of several forms of one thing, in one; kept like the rest. */
  united(forms: readonly Form[], evidence: readonly Evidence[]): Evidence;
  /** A word that may be unfinished: the word itself before those that begin with it. */
  beginning(letters: string): Promise<Evidence>;
  /** A phrase or a word of one field. */
  term(term: Term): Promise<Evidence>;
  /** Brings a word to its indexed form. */
  stem(word: string): string;
  /** The indexed forms of a word in all its spellings. */
  spelled(word: string): string[];
}

/** The indexed word of which the letters are already more: stems are shorter than words. */
export async function onTheWay(
  letters: string,
  isKnown: (word: string) => Promise<boolean>,
): Promise<string[]> {
  for (
    let length = letters.length - 1;
    length >= Math.max(4, letters.length - ENDING);
    length -= 1
  ) {
    const start = letters.slice(0, length);
    if (await isKnown(start)) return [start];
  }
  return [];
}

/** A finder over one index, as Pagefind wrote it. */
export function makeFinder(index: Index): Finder {
  const toStem = index.manifest.language === "en" ? stem : (word: string) => word;
  const plain = once(async (word) => sightings(await index.postings(word)));
  const spelled = (typed: string) => [...new Set(spellings(typed).map(toStem))];
  const word = once(async (typed) => {
    return either(await Promise.all(spelled(typed).map(plain)));
  });
  const form = once(async (key) => {
    const parts = key.split(" ");
    const [only = ""] = parts;
    if (parts.length === 1) return plain(only);
    const spoken = parts.filter(isSpoken);
    const [joined, sequence] = await Promise.all([
      plain(toStem(parts.join(""))),
      spoken.length > 1 ? Promise.all(spoken.map(plain)).then((all) => inSequence(all)) : NOTHING,
    ]);
    return either([joined, sequence]);
  });
  const beginning = once(async (letters) => {
    const exact = await word(letters);
    let begun = (await index.wordsFrom(letters, PREFIX_FILES)).map((each) => each.word);
    if (exact.size === 0) {
      const isKnown = async (each: string) => (await index.postings(each)) !== undefined;
      begun = [...(await onTheWay(letters, isKnown)), ...begun];
    }
    const nearest = begun.filter((each) => each !== toStem(letters)).slice(0, PREFIX_WORDS);
    const lists = await Promise.all(nearest.map((each) => index.postings(each)));
    const sure = exact.size > 0 ? BEGINS : MEANT;
    return either([exact, ...lists.map((list) => sightings(list, sure))]);
  });
  const unions = new Map<string, Evidence>();
  const united = (forms: readonly Form[], evidence: readonly Evidence[]) => {
    const key = forms.map((each) => each.join(" ")).join("|");
    const known = unions.get(key) ?? either(evidence);
    unions.set(key, known);
    return known;
  };
  const chunk = async ({ joined, parts }: Chunk) =>
    parts.length === 1 ? word(joined) : form(parts.map(toStem).join(" "));
  return {
    word,
    form: (parts) => form(parts.join(" ")),
    united,
    beginning,
    stem: toStem,
    spelled,
    term: async ({ chunks, field }) => {
      const found = inSequence(await Promise.all(chunks.map(chunk)));
      if (field === undefined) return found;
      const fields = await index.fields();
      const number = fields.indexOf(field === "author" ? "authors" : field);
      return number < 0 ? NOTHING : inField(found, number);
    },
  };
}
