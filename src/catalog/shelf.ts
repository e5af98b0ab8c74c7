import { deserialize, serialize } from "node:v8";
import type { Catalog, CatalogPaper } from "./types.ts";

/**
 * A catalog in memory that threads read in common. Papers are most of it: each lies there by itself and is read when
 * a page asks for it, so that a thread holds a few of them, not a copy of them all.
 */
export interface Shelved {
  /** The catalog without its papers. */
  rest: SharedArrayBuffer;
  keys: string[];
  /**
   * Papers in blocks: of each block its bytes, and where each paper begins in them, with one place more for the end. A paper
   * is two lines of JSON: all but its abstract, then that.
   */
  blocks: { bytes: SharedArrayBuffer; starts: Uint32Array }[];
}

/** Papers of a block: what is in memory twice while it is put there. */
const BLOCK = 1000;

/** Papers that a thread keeps: those of a page and its neighbours are asked for again soon. */
const KEPT = 4000;

/** Memory that all threads read, with the bytes in it. */
export function share(bytes: Uint8Array): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(bytes.length);
  new Uint8Array(memory).set(bytes);
  return memory;
}

const NEWLINE = 10;

const writeRecord = ({ abstract, ...rest }: CatalogPaper) =>
  `${JSON.stringify(rest)}\n${JSON.stringify(abstract)}`;

/**
 * Reads a record. Its abstract, most of it, is read when it is first asked for: pages show most papers as rows of a list,
 * and one whole.
 */
function readRecord(record: Buffer): CatalogPaper {
  const end = record.indexOf(NEWLINE);
  const paper = JSON.parse(record.toString("utf8", 0, end)) as CatalogPaper;
  return Object.defineProperty(paper, "abstract", {
    enumerable: true,
    configurable: true,
    get() {
      const value = JSON.parse(record.toString("utf8", end + 1)) as CatalogPaper["abstract"];
      Object.defineProperty(paper, "abstract", { value, enumerable: true });
      return value;
    },
  });
}

/** Records as they lie in a block. */
function shelveBlock(records: readonly string[]): Shelved["blocks"][number] {
  const starts = new Uint32Array(records.length + 1);
  for (const [i, record] of records.entries())
    starts[i + 1] = (starts[i] ?? 0) + Buffer.byteLength(record);
  const bytes = new SharedArrayBuffer(starts.at(-1) ?? 0);
  const writer = Buffer.from(bytes);
  for (const [i, record] of records.entries()) writer.write(record, starts[i] ?? 0);
  return { bytes, starts };
}

/** Puts a catalog where threads can read it. */
export function shelve(catalog: Catalog): Shelved {
  const { papers, ...rest } = catalog;
  const blocks: Shelved["blocks"] = [];
  // JSON: a paper is plain data, and V8's own serialiser takes eight times as long to write it.
  for (let from = 0; from < papers.length; from += BLOCK)
    blocks.push(shelveBlock(papers.slice(from, from + BLOCK).map(writeRecord)));
  return {
    rest: share(serialize({ ...rest, byKey: undefined })),
    keys: papers.map(({ key }) => key),
    blocks,
  };
}

const onShelf = new WeakMap<Catalog, Shelved>();

/** A catalog where threads can read it, put there once. */
export function shelved(catalog: Catalog): Shelved {
  const there = onShelf.get(catalog) ?? shelve(catalog);
  onShelf.set(catalog, there);
  return there;
}

/** Papers by key, each read when it is asked for. */
class PapersByKey implements ReadonlyMap<string, CatalogPaper> {
  readonly #blocks: Shelved["blocks"];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #kept = new Map<string, CatalogPaper>();
  #reads = new Set<number>();

  constructor({ keys, blocks }: Shelved) {
    this.#blocks = blocks;
    this.#numbers = new Map(keys.map((key, number) => [key, number]));
  }

  /** The numbers of the papers that are read from now on, in the order in which they are asked for first. */
  listen(): ReadonlySet<number> {
    this.#reads = new Set();
    return this.#reads;
  }

  get size() {
    return this.#numbers.size;
  }

  has(key: string) {
    return this.#numbers.has(key);
  }

  get(key: string): CatalogPaper | undefined {
    const number = this.#numbers.get(key);
    if (number === undefined) return undefined;
    this.#reads.add(number);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const { bytes, starts } = this.#blocks[Math.floor(number / BLOCK)] ?? {};
    const [from = 0, to = 0] = [starts?.[number % BLOCK], starts?.[(number % BLOCK) + 1]];
    const record = Buffer.from(bytes ?? new ArrayBuffer(), from, to - from);
    const paper = readRecord(record);
    this.#kept.set(key, paper);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value ?? "");
    return paper;
  }

  keys() {
    return this.#numbers.keys();
  }

  *entries(): MapIterator<[string, CatalogPaper]> {
    for (const key of this.keys()) {
      const paper = this.get(key);
      if (paper) yield [key, paper];
    }
  }

  *values(): MapIterator<CatalogPaper> {
    for (const [, paper] of this.entries()) yield paper;
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  forEach(
    visit: (paper: CatalogPaper, key: string, map: ReadonlyMap<string, CatalogPaper>) => void,
  ) {
    for (const [key, paper] of this.entries()) visit(paper, key, this);
  }
}

/**
 * The catalog that was shelved. Its papers are read as they are asked for, by key or by place.
 *
 * @returns with it, `listen`: gives the numbers of the papers that are read from then on, until it is called again.
 */
export function openShelf(shelved: Shelved): {
  catalog: Catalog;
  listen: () => ReadonlySet<number>;
} {
  const rest = deserialize(new Uint8Array(shelved.rest)) as Omit<Catalog, "papers" | "byKey">;
  const byKey = new PapersByKey(shelved);
  const papers = new Proxy<CatalogPaper[]>(new Array<CatalogPaper>(shelved.keys.length), {
    has: (target, name) => (typeof name === "string" && name in shelved.keys) || name in target,
    get: (target, name, receiver) =>
      typeof name === "string" && /^\d+$/u.test(name)
        ? byKey.get(shelved.keys[Number(name)] ?? "")
        : (Reflect.get(target, name, receiver) as unknown),
  });
  return { catalog: { ...rest, papers, byKey }, listen: () => byKey.listen() };
}
