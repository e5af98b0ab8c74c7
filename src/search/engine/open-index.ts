import type { Postings } from "../bundle/bundle.ts";
import { unwrap } from "../bundle/bundle.ts";
import type { NameKind } from "../bundle/names.ts";
import type { WordList } from "../bundle/word-lists.ts";
import { fragmentOf, hasNeighbours } from "../layout.ts";
import type { AuthorNames, Labels, Manifest, Terms } from "../manifest.ts";
import type { Facet } from "../types.ts";
import { json, once } from "./once.ts";
import { openLargeTables } from "./large-tables.ts";
import { openTables } from "./tables.ts";

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

/** What an index knows of words and papers: read from Pagefind's files, or from a large index's own. */
export interface Tables {
  /** Words of each abstract, and their mean; empty where lists have them in their weights. */
  lengths: Uint32Array;
  meanLength: number;
  /** Letters and digits of each title; empty where titles are found by name. */
  titleLengths: readonly number[];
  /** Names of the indexed fields, by the numbers that postings give them. */
  fields(): Promise<readonly string[]>;
  /** Postings of a word as it is indexed, with places. */
  postings(word: string): Promise<Postings | undefined>;
  /** The list of a word or a phrase, without places; a large index has them. */
  list(word: string): Promise<WordList | undefined>;
  /** Indexed words that begin with some letters, with their papers, the commonest first; at most `most` files are read. */
  wordsFrom(prefix: string, most: number): Promise<{ word: string; papers: number }[]>;
  facet(facet: Facet): Promise<ReadonlyMap<string, Uint32Array>>;
  /** Papers by title. */
  titleOrder(): Promise<Uint32Array>;
  /** Papers of that very name; titles of a small index are found by their words. */
  named(kind: NameKind, name: string): Promise<number[]>;
  /** Keys by paper number. */
  keys(): Promise<readonly string[]>;
}

/** An index whose first files are here; the others are loaded when they are asked for, once. */
export interface Index extends Tables {
  manifest: Manifest;
  labels: Labels;
  terms: Terms;
  /** Where it helps and is not too large. */
  neighbours?: Uint8Array;
  fragment: ReadFragment;
  authorNames(): Promise<AuthorNames>;
  /** One of the engine's own files; undefined where the index has none. */
  side(name: string): Promise<Uint8Array | undefined>;
}

/** Takes gzip off. Some servers send a `.gz` file as an encoding, and then the browser took it off already. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes as BlobPart]).stream();
  return new Uint8Array(
    await new Response(stream.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer(),
  );
}

/**
 * Loads from a server. The one file whose name stays is asked for anew, and says which script asks, so
 * that what is kept on the device answers with the index of the same build; the others never change.
 */
export function fetchFrom(base: string): Load {
  const engine = encodeURIComponent(new URL(import.meta.url).pathname);
  let failed = false;
  const load: Load = async (path) => {
    const response = await (path === "index.json"
      ? fetch(`${base}${path}?engine=${engine}`, { cache: "no-cache" })
      : fetch(`${base}${path}${failed ? "?again" : ""}`));
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return async (path) => {
    try {
      return await load(path);
    } catch (error) {
      // A preload that came to nothing answers its own address once more.
      failed = true;
      throw error;
    }
  };
}

/**
 * Opens the index that `search/index.json` names. Rejects where it cannot be read.
 *
 * @param readFragment where fragments are kept elsewhere than in the index's own files.
 */
export async function openIndex(load: Load, readFragment?: ReadFragment): Promise<Index> {
  const manifest = json(await load("index.json")) as Manifest;
  const at = (path: string) => load(manifest.bundle + path).then(gunzip);
  const side = once(at);
  const [tables, labels, terms, neighbours] = await Promise.all([
    manifest.large ? openLargeTables(at) : openTables(at, manifest),
    at("labels.gz").then((file) => json(file) as Labels),
    at("terms.gz").then((file) => json(file) as Terms),
    hasNeighbours(manifest.papers) ? at("neighbours.gz") : undefined,
  ]);
  const fragment = once(
    async (paper) => json(unwrap(await at(fragmentOf(Number(paper))))) as Fragment,
  );
  return {
    ...tables,
    manifest,
    labels,
    terms,
    ...(neighbours ? { neighbours } : {}),
    fragment: readFragment ?? ((paper) => fragment(String(paper))),
    authorNames: async () => json(await side("authors.gz")) as AuthorNames,
    side: async (name) => (name in manifest.sizes ? side(name) : undefined),
  };
}
