import type { Keys, Leaf, PocketAuthor, PocketPaper, Shelves } from "./contents.ts";
import { blockNames, VOLUME } from "./contents.ts";
import { readBlock, readJson } from "./blocks.ts";
import { createEngine } from "../search/engine/index.ts";
import { once } from "../search/engine/once.ts";
import type { Engine } from "../search/types.ts";

/** Volumes that stay open: some six hundred papers, more than any page shows. */
const OPEN = 20;

/** The file's contents, each block read when it is first wanted. */
export interface Library {
  shelves: Shelves;
  /** A topic, a tag by its slug. */
  topics: ReadonlyMap<string, Shelves["topics"][number]>;
  tags: ReadonlyMap<string, Shelves["tags"][number]>;
  /** Papers by number. */
  papers(numbers: readonly number[]): Promise<PocketPaper[]>;
  /** The number of a paper, by its key or by an address that it had before. */
  numberOf(keyOrPath: string): Promise<number | undefined>;
  keyOf(number: number): Promise<string>;
  authors(): Promise<PocketAuthor[]>;
  /** The site's own search engine over the index in this file. */
  engine: Engine;
}

/** Opens the library. Rejects where the file is damaged. */
export async function openLibrary(): Promise<Library> {
  const shelves = await readJson<Shelves>(blockNames.shelves);
  const volumes = new Map<string, Promise<Leaf[]>>();
  /** A volume; those not wanted for the longest time are closed. */
  function open(name: string): Promise<Leaf[]> {
    const volume = volumes.get(name) ?? readJson<Leaf[]>(name);
    volumes.delete(name);
    volumes.set(name, volume);
    const [oldest = name] = volumes.keys();
    if (volumes.size > OPEN) volumes.delete(oldest);
    return volume;
  }
  async function leaf(number: number): Promise<Leaf> {
    const found = (await open(blockNames.volume(number)))[number % VOLUME];
    if (!found) throw new Error(`This file has no paper ${String(number)}.`);
    return found;
  }
  const keys = once(async () => {
    const { keys: list, aliases } = await readJson<Keys>(blockNames.keys);
    const numbers = new Map(Object.entries(aliases));
    for (const [number, key] of list.entries()) numbers.set(key, number);
    return { list, numbers };
  });
  const authors = once(() => readJson<PocketAuthor[]>(blockNames.authors));
  return {
    shelves,
    topics: new Map(shelves.topics.map((topic) => [topic.slug, topic])),
    tags: new Map(shelves.tags.map((tag) => [tag.slug, tag])),
    papers: (numbers) => Promise.all(numbers.map(async (number) => (await leaf(number)).paper)),
    numberOf: async (name) => (await keys("")).numbers.get(name),
    keyOf: async (number) => (await keys("")).list[number] ?? "",
    authors: () => authors(""),
    engine: createEngine({
      base: "#/",
      load: async (path) => readBlock(blockNames.search(path)),
      fragment: async (number) => (await leaf(number)).fragment,
    }),
  };
}
