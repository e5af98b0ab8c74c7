import type { Chunk } from "../words/fold-token.ts";
import { readChunks } from "../words/fold-token.ts";
import type { Desk } from "./desk.ts";
import type { Index } from "./open-index.ts";
import type { Term } from "./parse-query.ts";
import type { Vocabulary } from "./recover.ts";
import {
  completeWord,
  editDistance,
  loadPeople,
  loadVocabulary,
  nearestName,
  nearestWords,
  splitWord,
} from "./recover.ts";

/** A word that no paper has, or hardly any, or no author, and what was looked for instead. */
export interface Mended {
  from: string;
  to: string;
}

/** In prose, unknown words are mostly names: only a sure slip is mended. */
const SURE_LENGTH = 7;

/**
 * What an unknown word was meant to be: unfinished, two words run together, a misspelt one or an author's name; of the
 * texts' words rather than of names, unless it is further from those.
 */
async function meant(
  index: Index,
  word: string,
  { vocabulary, prose }: { vocabulary: Vocabulary; prose: boolean },
): Promise<string | undefined> {
  if (prose && word.length < SURE_LENGTH) return undefined;
  const whole = prose ? undefined : completeWord(word, vocabulary);
  const known = whole ?? splitWord(word, vocabulary)?.join(" ");
  if (known !== undefined) return known;
  const [nearest] = nearestWords(word, vocabulary, prose ? 1 : 2);
  if (nearest !== undefined && editDistance(word, nearest, 1) <= 1) return nearest;
  const people = await loadPeople(index, word);
  const name = prose ? undefined : completeWord(word, people);
  return name ?? nearestName(word, people) ?? nearest;
}

/** How much commoner a word must be for a rare one to be its misspelling. */
const COMMONER = 50;

/** The common word of which a rare one is a slip of one letter. */
function slipOf(word: string, vocabulary: Vocabulary): string | undefined {
  const papers = (known: string) => vocabulary.find(([each]) => each === known)?.[1] ?? 1;
  const nearest = nearestWords(word, vocabulary, 1).find((known) => known !== word);
  return nearest !== undefined && papers(nearest) >= COMMONER * papers(word) ? nearest : undefined;
}

/**
 * Words with the unknown ones mended, so that a misspelt query finds just what the right spelling finds.
 * Words that stay unknown stay.
 */
export async function mendWords(
  { index, lexicon }: Desk,
  words: readonly Chunk[],
  { unknown, rare }: { unknown: ReadonlySet<string>; rare: ReadonlySet<string> },
): Promise<{ words: Chunk[]; mended: Mended[] }> {
  const prose = words.length >= 8;
  const mended: Mended[] = [];
  const meantFor = new Map(
    await Promise.all(
      [...new Set([...unknown, ...rare])].map(async (word) => {
        const vocabulary = await loadVocabulary(index, word);
        const to = unknown.has(word)
          ? (lexicon.initialsOf(word)?.replaceAll("-", " ") ??
            (await meant(index, word, { vocabulary, prose })))
          : slipOf(word, vocabulary);
        return [word, to] as const;
      }),
    ),
  );
  const mendPart = (part: string) => {
    const to = meantFor.get(part);
    if (to === undefined) return part;
    mended.push({ from: part, to });
    return to;
  };
  const mendedWords = words.flatMap((chunk) => {
    const { joined, parts } = chunk;
    const to = parts.length === 1 ? mendPart(joined) : parts.map(mendPart).join("-");
    return to === parts.join("-") ? [chunk] : readChunks(to);
  });
  return { words: mendedWords, mended };
}

/** Terms of the author field whose names no author has, with the names that were meant, each told once. */
export async function mendAuthors(
  { index, finder }: Desk,
  must: readonly Term[][],
): Promise<{ must: Term[][]; mended: Mended[] }> {
  const nameOf = async (word: string) => {
    const chunks = readChunks(word);
    const found = await finder.term({ text: word, chunks, phrase: false, field: "author" });
    if (found.size > 0) return undefined;
    const people = await loadPeople(index, word);
    return completeWord(word, people) ?? nearestName(word, people);
  };
  const written = must.flat().filter(({ field }) => field === "author");
  const words = new Set(written.flatMap(({ chunks }) => chunks.flatMap(({ parts }) => parts)));
  const found = await Promise.all(
    [...words].map(async (from) => ({ from, to: await nameOf(from) })),
  );
  const mended = found.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]));
  const names = new Map(mended.map(({ from, to }) => [from, to]));
  const mend = (term: Term): Term =>
    term.field === "author"
      ? {
          ...term,
          chunks: term.chunks.flatMap(({ parts }) =>
            readChunks(parts.map((part) => names.get(part) ?? part).join("-")),
          ),
        }
      : term;
  return { must: must.map((terms) => terms.map(mend)), mended };
}
