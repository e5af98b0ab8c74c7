import { openGaps, readChunk } from "../words/fold-token.ts";
import { unhurried } from "./unhurried.ts";

/**
 * A corpus's texts as numbers of their words: an index is made in several passes over them, and reading a word costs
 * more than all that is done with it then.
 */
export interface Texts {
  /** Every word, folded; its place is its number. */
  words: readonly string[];
  papers: readonly PaperText[];
  /** By its number: papers that write a word in small letters. Those written in small letters only have numbers as well. */
  small: readonly number[];
}

/** Words of a paper in order: twice the number of each, and one more where it ends a stretch between spaces. */
export interface PaperText {
  title: Uint32Array;
  abstract: Uint32Array;
}

/** A stretch as it is written down: parts with their ends, and its words in small letters. */
interface Stretch {
  parts: readonly number[];
  small: readonly number[];
}

/** Stretches that are remembered: some hundred bytes each. A larger corpus has more, the frequent ones soon again. */
const MOST = 400_000;

const SMALL = /(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu;

/** Reads the words of titles and abstracts, with pauses for others in this thread. */
export async function readTexts(
  papers: Iterable<{ title: string; abstract: { text: string } }>,
  most = MOST,
): Promise<Texts> {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const known = new Map<string, Stretch>();
  const small = createCounter();
  const numberOf = (word: string): number => {
    const kept = numbers.get(word);
    if (kept !== undefined) return kept;
    // A piece of a text would keep all of the text in memory.
    const own = Buffer.from(word).toString();
    numbers.set(own, words.length);
    return words.push(own) - 1;
  };
  const readStretch = (text: string): Stretch => {
    const kept = known.get(text);
    if (kept) return kept;
    if (known.size >= most) known.clear();
    const own = Buffer.from(text).toString();
    const parts = (readChunk(own)?.parts ?? []).map((part) => 2 * numberOf(part));
    const last = parts.pop();
    if (last !== undefined) parts.push(last + 1);
    const stretch = { parts, small: (own.match(SMALL) ?? []).map(numberOf) };
    known.set(own, stretch);
    return stretch;
  };
  const read: PaperText[] = [];
  const readText = (text: string): Uint32Array => {
    const all: number[] = [];
    for (const each of openGaps(text).split(/\s+/u)) {
      const stretch = readStretch(each);
      for (const part of stretch.parts) all.push(part);
      for (const word of stretch.small) small.add(word, read.length);
    }
    return Uint32Array.from(all);
  };
  for await (const { title, abstract } of unhurried(papers))
    read.push({ title: readText(title), abstract: readText(abstract.text) });
  return { words, papers: read, small: words.map((_, word) => small.count(word)) };
}

/** Counts the papers in which things stand that have numbers. */
export function createCounter() {
  const papers: number[] = [];
  const last: number[] = [];
  return {
    /** @param paper number of the paper: those of one follow each other. */
    add(thing: number, paper: number): void {
      while (papers.length <= thing) {
        papers.push(0);
        last.push(-1);
      }
      if (last[thing] === paper) return;
      last[thing] = paper;
      papers[thing] = (papers[thing] ?? 0) + 1;
    },
    count: (thing: number): number => papers[thing] ?? 0,
  };
}
