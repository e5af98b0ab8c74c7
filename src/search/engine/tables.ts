import type { Contents } from "../bundle/bundle.ts";
import { Chunk, readContents, readFilter, unwrap } from "../bundle/bundle.ts";
import type { Ids, Manifest, PaperColumns } from "../manifest.ts";
import { json, once } from "./once.ts";
import type { Tables } from "./open-index.ts";

const EMPTY: Contents = {
  version: "",
  fragments: [],
  lengths: new Uint32Array(0),
  chunks: [],
  filters: new Map(),
  sorts: new Map(),
  fields: [],
};

/** The last place whose beginning is not after `word`. */
export function placeOf(starts: readonly string[], word: string): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? "") <= word) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

type Read = (path: string) => Promise<Uint8Array>;

/** Pagefind's files of words with their places: the words of a file, or what it has of one of them. */
export function openChunks(at: Read, starts: readonly string[], files: readonly string[]) {
  const chunk = once((file) => at(file).then((bytes) => new Chunk(unwrap(bytes))));
  return {
    postings: once(async (word: string) => {
      const file = files[placeOf(starts, word)];
      return file === undefined ? undefined : (await chunk(file)).postings(word);
    }),
    wordsFrom: async (prefix: string, most: number) => {
      const first = placeOf(starts, prefix);
      const last = Math.min(placeOf(starts, `${prefix}\u{FFFF}`), first + most - 1);
      const found = (await Promise.all(files.slice(first, last + 1).map(chunk))).flatMap((each) =>
        each.words
          .filter((word) => word.startsWith(prefix))
          .map((word) => ({ word, papers: each.count(word) })),
      );
      return found.sort((x, y) => y.papers - x.papers);
    },
  };
}

/** The tables of an index as Pagefind wrote it. */
export async function openTables(at: Read, manifest: Manifest): Promise<Tables> {
  const [contents, columns] = await Promise.all([
    manifest.contents === ""
      ? EMPTY
      : at(manifest.contents).then((file) => readContents(unwrap(file))),
    at("papers.gz").then((file) => json(file) as PaperColumns),
  ]);
  const { lengths, chunks } = contents;
  const ids = once(async (path) => json(await at(path)) as Ids);
  return {
    lengths,
    meanLength: lengths.reduce((sum, words) => sum + words, 0) / (lengths.length || 1),
    titleLengths: columns.titleLengths,
    fields: () => Promise.resolve(contents.fields),
    ...openChunks(
      at,
      chunks.map(({ from }) => from),
      chunks.map(({ file }) => file),
    ),
    list: () => Promise.resolve(undefined),
    facet: once(async (facet) => {
      const file = contents.filters.get(facet);
      return file === undefined
        ? new Map<string, Uint32Array>()
        : readFilter(unwrap(await at(file)));
    }),
    titleOrder: () => Promise.resolve(contents.sorts.get("title") ?? new Uint32Array(0)),
    named: async (kind, name) => {
      if (kind === "title") return [];
      const key = kind === "key" ? name : (await ids("ids.gz"))[name];
      const paper = key === undefined ? -1 : columns.keys.indexOf(key);
      return paper < 0 ? [] : [paper];
    },
    keys: () => Promise.resolve(columns.keys),
  };
}
