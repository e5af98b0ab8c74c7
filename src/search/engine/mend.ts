import type { Chunk } from "../words/fold-token.ts";
import { readChunks } from "../words/fold-token.ts";
import type { Desk } from "./desk.ts";
import type { Vocabulary } from "./recover.ts";
import { completeWord, loadVocabulary, nearestWords, splitWord } from "./recover.ts";

/** A word that no paper has, and what was looked for instead. */
export interface Mended {
  from: string;
  to: string;
}

/** In prose, unknown words are mostly names: only a sure slip is mended. */
const SURE_LENGTH = 7;

/** What an unknown word was meant to be: unfinished, two words run together, or misspelt. */
function meant(word: string, vocabulary: Vocabulary, prose: boolean): string | undefined {
  if (prose && word.length < SURE_LENGTH) return undefined;
  if (!prose) {
    const whole = completeWord(word, vocabulary);
    if (whole !== undefined) return whole;
  }
  const parts = splitWord(word, vocabulary);
  return parts ? parts.join(" ") : nearestWords(word, vocabulary, prose ? 1 : 2)[0];
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
  const doubted = [...new Set([...unknown, ...rare])];
  const vocabularies = new Map(
    await Promise.all(
      doubted.map(async (word) => [word, await loadVocabulary(index, word)] as const),
    ),
  );
  const prose = words.length >= 8;
  const mended: Mended[] = [];
  const mendPart = (part: string) => {
    const vocabulary = vocabularies.get(part);
    if (!vocabulary) return part;
    const to = unknown.has(part)
      ? (lexicon.initialsOf(part)?.replaceAll("-", " ") ?? meant(part, vocabulary, prose))
      : slipOf(part, vocabulary);
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
