import { findName, nameFile } from "../bundle/names.ts";
import { readLists, readWordLists } from "../bundle/word-lists.ts";
import type { Places, WordTable } from "../manifest.ts";
import { readFrontCoded } from "../words/front-code.ts";
import { json, once } from "./once.ts";
import type { Tables } from "./open-index.ts";
import { openChunks, placeOf } from "./tables.ts";

/** Common words that a beginning is completed with before a file is read for the rest. */
const ENOUGH = 5;

/** Files that stay open: as many as a long evening of typing wants again, few enough for a phone. */
const OPEN = 100;

/** The tables of a large index: each file holds little, and is read when something in it is wanted. */
export async function openLargeTables(at: (path: string) => Promise<Uint8Array>): Promise<Tables> {
  const table = json(await at("words.gz")) as WordTable;
  const starts = readFrontCoded(table.starts).map(([word]) => word);
  const heads = readFrontCoded(table.heads).map(([word, papers]) => ({ word, papers }));
  const words = once(async (file) => readWordLists(await at(`words/${file}.gz`)), OPEN);
  const names = once(at, OPEN);
  const keys = once(async (path) => json(await at(path)) as string[]);
  const places = once(async () => {
    const { starts: from, files, fields } = json(await at("places.gz")) as Places;
    const first = readFrontCoded(from).map(([word]) => word);
    return { fields, ...openChunks(at, first, files) };
  });
  return {
    lengths: new Uint32Array(0),
    meanLength: 1,
    titleLengths: [],
    fields: async () => (await places("")).fields,
    postings: async (word) => (await places("")).postings(word),
    list: async (word) =>
      starts.length === 0 ? undefined : (await words(String(placeOf(starts, word)))).get(word),
    wordsFrom: async (prefix, most) => {
      const common = heads.filter(({ word }) => word.startsWith(prefix));
      common.sort((a, b) => b.papers - a.papers);
      const first = placeOf(starts, prefix);
      const range = placeOf(starts, `${prefix}\u{FFFF}`) - first + 1;
      // Of a beginning that very many words have, the common ones are meant.
      if (starts.length === 0 || (range > most && common.length >= ENOUGH)) return common;
      const files = Array.from({ length: Math.min(most, range) }, (_, i) => first + i);
      const known = new Set(common.map(({ word }) => word));
      const rare = (await Promise.all(files.map((file) => words(String(file))))).flatMap((lists) =>
        [...lists]
          .filter(([word]) => word.startsWith(prefix) && !known.has(word))
          .map(([word, { papers }]) => ({ word, papers: papers.length })),
      );
      rare.sort((a, b) => b.papers - a.papers);
      return [...common, ...rare];
    },
    facet: once(async (facet) => readLists(await at(`facets/${facet}.gz`))),
    titleOrder: async () => {
      const { buffer, byteOffset, byteLength } = (await at("order.gz")).slice();
      return new Uint32Array(buffer, byteOffset, byteLength / 4);
    },
    named: async (kind, name) => findName(await names(nameFile(kind, name)), kind, name),
    keys: () => keys("keys.gz"),
  };
}
