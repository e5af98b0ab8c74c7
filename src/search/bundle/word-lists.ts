import { ByteReader, ByteWriter } from "./bytes.ts";

/** The papers that have a word, ascending, and a byte on each: how much the word counts there, and where it stands. */
export interface WordList {
  papers: Uint32Array;
  /** Level of its weight in the low bits, `IN_TITLE` and `IN_AUTHORS` above. */
  marks: Uint8Array;
}

/** Levels of weight: 1 to 15. */
export const LEVELS = 15;
export const IN_TITLE = 16;
export const IN_AUTHORS = 32;

const utf8 = new TextEncoder();

/**
 * Lists as a file: all words, then all papers as steps from one to the next, then the bytes on each where there are
 * any. Like stands by like, which is what compresses.
 */
export function writeWordLists(
  lists: readonly (readonly [string, { papers: Uint32Array; marks?: Uint8Array }])[],
): Uint8Array {
  const out = new ByteWriter();
  out.number(lists.length);
  for (const [word, { papers }] of lists) {
    const bytes = utf8.encode(word);
    out.number(bytes.length);
    out.bytes(bytes);
    out.number(papers.length);
  }
  for (const [, { papers }] of lists) {
    let before = 0;
    for (const paper of papers) {
      out.number(paper - before);
      before = paper;
    }
  }
  for (const [, { marks }] of lists) if (marks) out.bytes(marks);
  return out.taken();
}

const text = new TextDecoder();

/** Reads a file of words with their papers: a facet's values. In the words' order. */
export function readLists(bytes: Uint8Array): Map<string, Uint32Array> {
  const heads = readHeads(new ByteReader(bytes));
  return new Map(heads.map(({ word, papers }) => [word, papers]));
}

/** Reads a file of word lists: by word, in the words' order. */
export function readWordLists(bytes: Uint8Array): Map<string, WordList> {
  const reader = new ByteReader(bytes);
  return new Map(
    readHeads(reader).map(({ word, papers }) => [
      word,
      { papers, marks: reader.bytes(papers.length) },
    ]),
  );
}

function readHeads(reader: ByteReader) {
  const heads = Array.from({ length: reader.number() }, () => {
    const word = text.decode(reader.bytes(reader.number()));
    return { word, papers: new Uint32Array(reader.number()) };
  });
  for (const { papers } of heads) {
    let paper = 0;
    for (let i = 0; i < papers.length; i += 1) papers[i] = paper += reader.number();
  }
  return heads;
}
