import type { Contents, Postings } from "../bundle/bundle.ts";
import { Chunk, readContents, readFilter, unwrap } from "../bundle/bundle.ts";
import type { AuthorNames, Labels, Manifest, PaperColumns, Terms } from "../manifest.ts";
import type { Facet } from "../types.ts";

/** Gives the bytes of a file below `search/`. */
export type Load = (path: string) => Promise<Uint8Array>;

/** What Pagefind keeps of a paper: what its row shows. */
export interface Fragment {
  url: string;
  content: string;
  filters: Partial<Record<Facet, string[]>>;
  meta: Record<string, string>;
}

/** Gives a paper's fragment, by its number in the index. */
export type ReadFragment = (paper: number) => Promise<Fragment>;

/** An index whose first files are here; the others are loaded when they are asked for, once. */
export interface Index {
  manifest: Manifest;
  contents: Contents;
  columns: PaperColumns;
  labels: Labels;
  terms: Terms;
  /** Mean words of an abstract. */
  meanLength: number;
  /** Postings of a word as it is indexed. */
  postings(word: string): Promise<Postings | undefined>;
  /** Indexed words that begin with some letters, the commonest first; at most `most` files are read. */
  wordsFrom(prefix: string, most: number): Promise<string[]>;
  facet(facet: Facet): Promise<ReadonlyMap<string, Uint32Array>>;
  fragment: ReadFragment;
  authorNames(): Promise<AuthorNames>;
  /** One of the engine's own files; undefined where the index has none. */
  side(name: string): Promise<Uint8Array | undefined>;
}

const utf8 = new TextDecoder();

/** Takes gzip off. Some servers send a `.gz` file as an encoding, and then the browser took it off already. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes as BlobPart]).stream();
  return new Uint8Array(
    await new Response(stream.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer(),
  );
}

const json = (bytes: Uint8Array): unknown => JSON.parse(utf8.decode(bytes));

/** Calls once a key; forgets a failure, so that it can be tried again. */
export function once<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const promise = make(key);
    made.set(key, promise);
    promise.catch(() => made.delete(key));
    return promise;
  };
}

/**
 * Loads from a server. The one file whose name stays is asked for anew, and says which script asks, so
 * that what is kept on the device answers with the index of the same build; the others never change.
 */
export function fetchFrom(base: string): Load {
  const engine = encodeURIComponent(new URL(import.meta.url).pathname);
  let failed = false;
  return async (path) => {
    const response = await (path === "index.json"
      ? fetch(`${base}${path}?engine=${engine}`, { cache: "no-cache" })
      : fetch(`${base}${path}${failed ? "?again" : ""}`));
    if (!response.ok) {
      failed = true;
      throw new Error(`${path}: ${String(response.status)} ${response.statusText}`);
    }
    return new Uint8Array(await response.arrayBuffer());
  };
}

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
function placeOf(chunks: Contents["chunks"], word: string): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.from ?? "") <= word) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/**
 * Opens the index that `search/index.json` names. Rejects where it cannot be read.
 *
 * @param readFragment where fragments are kept elsewhere than in the index's own files.
 */
export async function openIndex(load: Load, readFragment?: ReadFragment): Promise<Index> {
  const manifest = json(await load("index.json")) as Manifest;
  const at = (path: string) => load(manifest.bundle + path).then(gunzip);
  const [contents, columns, labels, terms] = await Promise.all([
    manifest.contents === ""
      ? EMPTY
      : at(manifest.contents).then((file) => readContents(unwrap(file))),
    at("papers.gz").then((file) => json(file) as PaperColumns),
    at("labels.gz").then((file) => json(file) as Labels),
    at("terms.gz").then((file) => json(file) as Terms),
  ]);
  const chunk = once((file) => at(file).then((bytes) => new Chunk(unwrap(bytes))));
  const side = once((name) => at(name));
  const filter = once(async (facet) => {
    const file = contents.filters.get(facet);
    return file === undefined ? new Map<string, Uint32Array>() : readFilter(unwrap(await at(file)));
  });
  const fragment = once(async (paper) => {
    const file = contents.fragments[Number(paper)] ?? "";
    return json(unwrap(await at(file))) as Fragment;
  });
  const { chunks } = contents;
  return {
    manifest,
    contents,
    columns,
    labels,
    terms,
    meanLength:
      contents.lengths.reduce((sum, words) => sum + words, 0) / (contents.lengths.length || 1),
    postings: once(async (word) => {
      const file = chunks[placeOf(chunks, word)]?.file;
      return file === undefined ? undefined : (await chunk(file)).postings(word);
    }),
    wordsFrom: async (prefix, most) => {
      const first = placeOf(chunks, prefix);
      const last = Math.min(placeOf(chunks, `${prefix}\u{FFFF}`), first + most - 1);
      const files = chunks.slice(first, last + 1).map(({ file }) => chunk(file));
      const found = (await Promise.all(files)).flatMap((each) =>
        each.words
          .filter((word) => word.startsWith(prefix))
          .map((word) => ({ word, papers: each.count(word) })),
      );
      return found.sort((x, y) => y.papers - x.papers).map(({ word }) => word);
    },
    facet: filter,
    fragment: readFragment ?? ((paper) => fragment(String(paper))),
    authorNames: async () => json(await side("authors.gz")) as AuthorNames,
    side: async (name) => (name in manifest.sizes ? side(name) : undefined),
  };
}
