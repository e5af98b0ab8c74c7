import { gunzipSync } from "node:zlib";
import type { Catalog } from "../../catalog/types.ts";
import type { Contents } from "../bundle/bundle.ts";
import { readContents, readFilter, unwrap } from "../bundle/bundle.ts";
import type { NameKind } from "../bundle/names.ts";
import { writeNames } from "../bundle/names.ts";
import type { WordList } from "../bundle/word-lists.ts";
import { IN_AUTHORS, IN_TITLE, LEVELS, writeWordLists } from "../bundle/word-lists.ts";
import { fieldWeights, saturated, WEIGHTS } from "../engine/score.ts";
import type { Places, WordTable } from "../manifest.ts";
import { FACETS } from "../query-url.ts";
import { foldTitle } from "../words/fold-token.ts";
import { writeFrontCoded } from "../words/front-code.ts";
import { findPhrases } from "./phrases.ts";
import type { IndexFile } from "./pagefind-file.ts";
import { zip } from "./pagefind-file.ts";
import { collectIds } from "./sides.ts";
import type { Texts } from "./texts.ts";
import type { FieldWeights } from "./weigh-words.ts";
import { weighWords } from "./weigh-words.ts";

/** Bytes of a file of word lists, about, before they are compressed: what a rare word costs to look up. */
const FILE = 20_000;

/** A word in more papers than one of so many is known to be there before any file of word lists is read. */
const COMMON = 200;

/** How words are read for search. */
interface Words {
  /** Those that are searched for together: `fine tuning`. */
  phrases: Iterable<string>;
  toStem: (word: string) => string;
  texts: Texts;
}

/** The byte on a posting: its weight, with the length of the paper's abstract in it, and where the word stands. */
function markOf(tf: number, norm: number, flags: number): number {
  return Math.min(LEVELS, Math.max(1, Math.round(saturated(tf, norm) * LEVELS))) | flags;
}

/** Every indexed word with its list, in Pagefind's order. */
function* readWords(
  contents: Contents,
  open: (path: string) => Uint8Array,
): Generator<[string, WordList]> {
  const fields: FieldWeights = {
    tf: fieldWeights(contents.fields, WEIGHTS),
    flags: contents.fields.map((field) =>
      field === "title" ? IN_TITLE : field === "authors" ? IN_AUTHORS : 0,
    ),
  };
  const norms = normsOf(contents);
  for (const { file } of contents.chunks)
    for (const { word, papers } of weighWords(open(file), fields))
      yield [
        word,
        {
          papers: Uint32Array.from(papers, ([paper]) => paper),
          marks: Uint8Array.from(papers, ([paper, { tf, flags }]) =>
            markOf(tf, norms[paper] ?? 1, flags),
          ),
        },
      ];
}

function normsOf({ lengths }: Contents): Float64Array {
  const mean = lengths.reduce((sum, words) => sum + words, 0) / (lengths.length || 1);
  const { k1, b } = WEIGHTS;
  return Float64Array.from(lengths, (words) => k1 * (1 - b + (b * words) / mean));
}

function* readPhrases(
  contents: Contents,
  { phrases, toStem, texts }: Words,
): Generator<[string, WordList]> {
  const norms = normsOf(contents);
  const found = findPhrases(texts, phrases, toStem);
  for (const phrase of [...found.keys()].sort()) {
    const times = [...(found.get(phrase) ?? [])].sort(([a], [b]) => a - b);
    const marks = times.map(([paper, { abstract, title }]) =>
      markOf(abstract + WEIGHTS.title * title, norms[paper] ?? 1, title > 0 ? IN_TITLE : 0),
    );
    const papers = Uint32Array.from(times, ([paper]) => paper);
    yield [phrase, { papers, marks: Uint8Array.from(marks) }];
  }
}

/** Two sorted runs as one. */
function* merge<T>(a: Iterator<[string, T]>, b: Iterator<[string, T]>): Generator<[string, T]> {
  let [x, y] = [a.next(), b.next()];
  while (!x.done || !y.done) {
    if (y.done || (!x.done && x.value[0] <= y.value[0])) {
      if (!x.done) yield x.value;
      x = a.next();
    } else {
      yield y.value;
      y = b.next();
    }
  }
}

/** Lists in files of about one size; a word that fills one has its own. */
function writeWords(lists: Iterable<[string, WordList]>, papers: number): IndexFile[] {
  const files: IndexFile[] = [];
  const starts: [string, number][] = [];
  const heads: [string, number][] = [];
  let room: [string, WordList][] = [];
  let size = 0;
  const flush = () => {
    const [first] = room;
    if (!first) return;
    files.push(zip(`words/${String(starts.length)}.gz`, writeWordLists(room)));
    starts.push([first[0], 1]);
    room = [];
    size = 0;
  };
  for (const [word, list] of lists) {
    const bytes = 3 + word.length + 2 * list.papers.length;
    if (size + bytes > FILE) flush();
    room.push([word, list]);
    size += bytes;
    if (list.papers.length * COMMON >= papers) heads.push([word, list.papers.length]);
  }
  flush();
  const table: WordTable = {
    starts: writeFrontCoded(starts),
    heads: writeFrontCoded(heads),
  };
  return [...files, zip("words.gz", JSON.stringify(table))];
}

function* namesOf(catalog: Catalog): Generator<[NameKind, string, number]> {
  const numbers = new Map(catalog.papers.map((paper) => [paper.key, paper.number]));
  for (const { key, number, title, authors } of catalog.papers) {
    yield ["key", key, number];
    yield ["title", foldTitle(title), number];
    for (const { name } of authors) yield ["author", foldTitle(name), number];
  }
  for (const [id, key] of Object.entries(collectIds(catalog))) {
    const number = numbers.get(key);
    if (number !== undefined) yield ["id", id, number];
  }
}

/** What a large index has beside Pagefind's files, so that a search reads little of what there is. */
export function toLargeFiles(
  catalog: Catalog,
  pagefind: readonly IndexFile[],
  search: Words,
): IndexFile[] {
  const byPath = new Map(pagefind.map((file) => [file.path, file.content]));
  const open = (path: string) => unwrap(gunzipSync(byPath.get(path) ?? new Uint8Array()));
  const meta = pagefind.find((file) => file.path.endsWith(".pf_meta"));
  const contents = readContents(open(meta?.path ?? ""));
  const words = merge(readWords(contents, open), readPhrases(contents, search));
  const places: Places = {
    starts: writeFrontCoded(contents.chunks.map(({ from }) => [from, 1])),
    files: contents.chunks.map(({ file }) => file),
    fields: contents.fields,
  };
  const order = contents.sorts.get("title") ?? new Uint32Array(0);
  return [
    ...writeWords(words, catalog.papers.length),
    zip("places.gz", JSON.stringify(places)),
    zip("order.gz", new Uint8Array(order.buffer, order.byteOffset, order.byteLength)),
    ...FACETS.map((facet) => {
      const file = contents.filters.get(facet);
      const values = [...(file === undefined ? [] : readFilter(open(file)))];
      const lists = values.map(([value, papers]) => [value, { papers }] as const);
      return zip(`facets/${facet}.gz`, writeWordLists(lists));
    }),
    ...[...writeNames(namesOf(catalog))].map(([path, content]) => zip(path, content)),
  ];
}
