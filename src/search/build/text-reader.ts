import type { Chunk } from "../words/fold-token.ts";
import { openGaps, readChunk } from "../words/fold-token.ts";

/** A stretch of a text, as search reads it. The same for every place in which it stands. */
export interface Stretch extends Partial<Chunk> {
  /** Its words that are written in small letters. */
  small: readonly string[];
}

/**
 * Stretches that are remembered: some hundred bytes each. A larger corpus has more, the frequent ones soon again; whole
 * texts are remembered up to the point where these are that many.
 */
const MOST = 400_000;

const SMALL = /(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu;

/** Reads the stretches of a text, which spaces part. */
export type TextReader = (text: string) => readonly Stretch[];

/**
 * A reader that remembers the stretches it has met, and the texts: a corpus repeats its words a hundred times, an index
 * is made in several passes over it, and reading a stretch costs more than finding it again.
 */
export function createTextReader(most = MOST): TextReader {
  const known = new Map<string, Stretch>();
  const texts = new Map<string, readonly Stretch[]>();
  let isFull = false;
  const read = (text: string): Stretch => {
    const kept = known.get(text);
    if (kept) return kept;
    if (known.size >= most) {
      known.clear();
      isFull = true;
    }
    // A piece of a text would keep all of the text in memory.
    const own = Buffer.from(text).toString();
    const stretch = { ...readChunk(own), small: own.match(SMALL) ?? [] };
    known.set(own, stretch);
    return stretch;
  };
  return (text) => {
    const before = texts.get(text);
    if (before) return before;
    const stretches = openGaps(text).split(/\s+/u).map(read);
    if (!isFull) texts.set(text, stretches);
    return stretches;
  };
}

/** Counts the texts in which words stand. */
export function createTextCounter() {
  const counted = new Map<string, { texts: number; last: number }>();
  return {
    /** @param text number of the text: those of one follow each other. */
    add(word: string, text: number): void {
      const known = counted.get(word);
      if (!known) counted.set(word, { texts: 1, last: text });
      else if (known.last !== text) {
        known.texts += 1;
        known.last = text;
      }
    },
    /** Words with the number of texts that have them. */
    counts: (): Map<string, number> =>
      new Map(Array.from(counted, ([word, { texts }]) => [word, texts])),
  };
}
