import type { SourceRecord } from "../formats/record.ts";
import { cleanLine } from "../formats/clean.ts";
import { fold, slugify } from "../paper/fold.ts";
import type { TagData } from "../paper/schema.ts";

/** A keyword on fewer papers gathers nothing; more tags than this nobody looks through. */
const LEAST = 2;
const MOST = 200;

/** What people mark for themselves in reference managers. */
const PRIVATE =
  /^(?:[/_#!].*|(?:to|un)?[- _]?read(?:ing)?(?:[- _]list)?|to[- _]?do|printed|skimmed|important|favou?rites?|mypapers?|my[- _](?:papers?|publications?)|imported.*|notion)$/iu;

/** What a keyword is that can be a tag: a few words, of which an address can be made. */
const isTag = (word: string) =>
  !PRIVATE.test(word) &&
  word.length <= 40 &&
  word.split(" ").length <= 4 &&
  /^[a-z0-9][a-z0-9-]*$/u.test(slugify(word));

/** A shouted keyword is no acronym when it is long. */
const nameOf = (word: string) =>
  /\p{Ll}/u.test(word) || word.length <= 6 ? word : word.toLocaleLowerCase("en");

/**
 * Tags out of the subject words of a source, for a collection that has none yet: those on at least two papers,
 * the most frequent first choice, in the order of their addresses.
 */
export function tagsOfKeywords(
  records: Iterable<SourceRecord>,
  known: ReadonlyMap<string, Pick<TagData, "name" | "synonyms">>,
): Map<string, TagData> {
  const taken = new Set(
    [...known].flatMap(([slug, tag]) => [slug, ...[tag.name, ...tag.synonyms].map(slugify)]),
  );
  const counts = new Map<string, { name: string; count: number }>();
  for (const { keywords = [] } of records) {
    const words = new Map(keywords.map((word) => [slugify(word), cleanLine(word)]));
    for (const [slug, word] of words) {
      if (!isTag(word) || taken.has(slug)) continue;
      const seen = counts.get(slug);
      // Of several writings the one in small letters is how people write in a text.
      const isSmaller = seen !== undefined && word === fold(word) && seen.name !== fold(seen.name);
      counts.set(slug, {
        name: seen && !isSmaller ? seen.name : word,
        count: (seen?.count ?? 0) + 1,
      });
    }
  }
  const chosen = [...counts]
    .filter(([, { count }]) => count >= LEAST)
    .toSorted(([a, left], [b, right]) => right.count - left.count || (a < b ? -1 : 1))
    .slice(0, MOST)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    chosen.map(([slug, { name }]) => [slug, { name: nameOf(name), synonyms: [], match: [] }]),
  );
}
