import type { Catalog } from "../../catalog/types.ts";
import { BUILT_IN_VENUES } from "../../paper/venues/known-venues.ts";
import { readChunks } from "../words/fold-token.ts";
import { STOPWORDS } from "../words/stopwords.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Above this many papers, a short form that only one paper defines finds that paper anyway. */
const SMALL = 2_000;

/** Of a large corpus, one paper in so many must have a short form, and never fewer than two. */
const SHARED = 20_000;

/** Meanings of one short form that are searched, and the share of the first's papers that the second needs. */
const MEANINGS = 2;
const SECOND = 0.4;

const spelled = (text: string) =>
  readChunks(text)
    .flatMap(({ parts }) => parts)
    .join(" ");

/** Whether a short form is also a word of its own: `it`, `cat`, `map` written small by papers that mean the word. */
function isOrdinary(short: string, { words, small }: Vocabulary) {
  const folded = spelled(short);
  if (STOPWORDS.has(folded) || folded.length < 2) return true;
  const all = words.get(folded) ?? 0;
  return /^\p{Lu}[\p{Lu}\p{N}]*$/u.test(short) && (small.get(folded) ?? 0) > all / 2;
}

/**
 * Short and long forms that stand for each other, folded, as the corpus and its vocabulary of tags define them; and the
 * names that its venues had, or have beside their own.
 */
export function listShortForms(catalog: Catalog, vocabulary: Vocabulary): [string, string][] {
  // A large corpus is also full of short forms that a few papers share by chance.
  const least = catalog.papers.length > SMALL ? Math.max(2, catalog.papers.length / SHARED) : 1;
  const pairs = new Map<string, [string, string]>();
  const meanings = new Map<string, number[]>();
  for (const { short, long, papers } of catalog.acronyms) {
    if (papers.length < least) continue;
    if (isOrdinary(short, vocabulary)) continue;
    const [key, meaning] = [spelled(short), spelled(long)];
    const known = meanings.get(key) ?? [];
    if (meaning.split(" ").length < 2 || pairs.has(`${key}=${meaning}`)) continue;
    if (known.length >= MEANINGS || papers.length < SECOND * (known[0] ?? 0)) continue;
    meanings.set(key, [...known, papers.length]);
    pairs.set(`${key}=${meaning}`, [key, meaning]);
  }
  const add = (other: string, name: string) => {
    const pair: [string, string] = [spelled(other), spelled(name)];
    if (pair[0] !== pair[1]) pairs.set(pair.join("="), pair);
  };
  for (const { name, synonyms } of catalog.tags) for (const synonym of synonyms) add(synonym, name);
  for (const { name, slug } of catalog.venues)
    for (const other of BUILT_IN_VENUES.shortNames(slug))
      if (!isOrdinary(other, vocabulary)) add(other, name);
  return [...pairs.values()].sort((a, b) => (a.join("=") < b.join("=") ? -1 : 1));
}
