import type { CborReader } from "../bundle/cbor.ts";
import { CborWriter } from "./cbor-writer.ts";
import type { Value } from "./cbor-writer.ts";
import type { IndexFile } from "./pagefind-file.ts";
import { byFirst, hash, list, open, pack, read, wrap } from "./pagefind-file.ts";
import type { FileWord } from "./word-file.ts";
import { readFileWords } from "./word-file.ts";

/** Postings in a file of word lists, about: what Pagefind puts there. */
const FILE = 5_000;

/** A paper in a word's list, and as CBOR where the word stands in it: a list of places in its text, and one in its fields. */
interface Row {
  paper: number;
  places: Uint8Array;
}

/** A word of one part, or of several. */
type Word = FileWord<Row[]>;

/** A part as it is joined: numbers of its papers and fields become the whole's. */
interface Part {
  files: ReadonlyMap<string, IndexFile>;
  contents: Value[];
  /** Papers in the parts before it. */
  before: number;
  /** By its own number of a field: the whole's; absent where they are the same. */
  fields?: number[];
}

/** Rust compares text by code points, JavaScript by halves of them. */
function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  for (let i = 0; ; i += 1) {
    const [x, y] = [a.codePointAt(i), b.codePointAt(i)];
    if (x !== y) return (x ?? -1) - (y ?? -1);
  }
}

/** Places in fields, whose numbers are a part's own, by the numbers of the whole. */
function renumber(cbor: CborReader, fields: readonly number[]): Uint8Array {
  const out = new CborWriter();
  const length = cbor.array();
  out.array(length);
  for (let i = 0; i < length; i += 1) {
    const place = cbor.integer();
    // A negative number opens a field: -1 the first one.
    out.integer(place < 0 ? -1 - (fields[-1 - place] ?? 0) : place);
  }
  return out.taken();
}

/** CBOR's empty list. */
const NONE = Uint8Array.of(0x80);

function readRows(cbor: CborReader, { before, fields }: Part): Row[] {
  const rows: Row[] = [];
  let paper = before;
  for (let left = cbor.array(); left > 0; left -= 1) {
    const size = cbor.array();
    paper += cbor.integer();
    const start = cbor.at;
    cbor.skip();
    const text = cbor.bytes.subarray(start, cbor.at);
    if (size < 3) rows.push({ paper, places: Buffer.concat([text, NONE]) });
    else if (fields) rows.push({ paper, places: Buffer.concat([text, renumber(cbor, fields)]) });
    else {
      cbor.skip();
      rows.push({ paper, places: cbor.bytes.subarray(start, cbor.at) });
    }
  }
  return rows;
}

/** Every word of a part, in order. */
function* readWords(part: Part): Generator<Word> {
  for (const chunk of list(part.contents[2])) {
    const file = part.files.get(`index/${String(list(chunk)[2])}.pf_index`);
    if (!file) throw new Error("Pagefind names a list of words that it did not write.");
    yield* readFileWords(open(file), (cbor) => readRows(cbor, part));
  }
}

function addWord(whole: Word, { rows, variants }: Word): void {
  for (const row of rows) whole.rows.push(row);
  for (const [form, own] of variants)
    whole.variants.set(form, [...(whole.variants.get(form) ?? []), ...own]);
}

/** The words of all parts in order, each once; the parts' papers follow each other as the parts do. */
function* mergeWords(parts: readonly Part[]): Generator<Word> {
  const streams = parts.map(readWords);
  const heads = streams.map((stream) => stream.next());
  for (;;) {
    let least: string | undefined;
    for (const { done, value } of heads)
      if (!done && (least === undefined || byCodePoint(value.word, least) < 0)) least = value.word;
    if (least === undefined) return;
    const whole: Word = { word: least, rows: [], variants: new Map() };
    for (const [i, head] of heads.entries()) {
      if (head.done || head.value.word !== least) continue;
      addWord(whole, head.value);
      heads[i] = streams[i]?.next() ?? head;
    }
    yield whole;
  }
}

function writeRows(out: CborWriter, rows: readonly Row[]): void {
  let paper = 0;
  out.array(rows.length);
  for (const row of rows) {
    out.array(3);
    out.integer(row.paper - paper);
    out.raw(row.places);
    paper = row.paper;
  }
}

/** Word lists in files, with the table of which words are in which. */
function writeChunks(
  words: Iterable<Word>,
  language: string,
): { files: IndexFile[]; table: Value[] } {
  const files: IndexFile[] = [];
  const table: Value[] = [];
  let body = new CborWriter();
  let names: string[] = [];
  let postings = 0;
  const flush = () => {
    const out = new CborWriter();
    out.array(1);
    out.array(names.length);
    out.raw(body.taken());
    const content = wrap(out.taken());
    const name = `${language}_${hash(content, 10)}`;
    files.push({ path: `index/${name}.pf_index`, content });
    table.push([names[0] ?? "", names.at(-1) ?? "", name]);
    body = new CborWriter();
    names = [];
    postings = 0;
  };
  for (const { word, rows, variants } of words) {
    body.array(3);
    body.text(word);
    writeRows(body, rows);
    body.array(variants.size);
    for (const [form, own] of [...variants].sort(([a], [b]) => byCodePoint(a, b))) {
      body.array(2);
      body.text(form);
      writeRows(body, own);
    }
    names.push(word);
    postings += rows.length;
    if (postings >= FILE) flush();
  }
  if (names.length > 0) flush();
  return { files, table };
}

/** The facets of all parts: values with the papers that have them. */
function joinFilters(parts: readonly Part[], language: string) {
  const facets = new Map<string, Map<string, Value[]>>();
  for (const { files, contents, before } of parts)
    for (const entry of list(contents[3])) {
      const [facet = "", name = ""] = list(entry).map(String);
      const file = files.get(`filter/${name}.pf_filter`);
      if (!file) throw new Error(`Pagefind did not write the values of ${facet}.`);
      const values = facets.get(facet) ?? new Map<string, Value[]>();
      facets.set(facet, values);
      for (const each of list(list(read(file))[1])) {
        const [value = "", papers] = list(each);
        const all = values.get(String(value)) ?? [];
        for (const paper of list(papers)) all.push(Number(paper) + before);
        values.set(String(value), all);
      }
    }
  return [...facets].map(([facet, values]) => {
    const content = pack([facet, [...values].sort(byFirst)]);
    const name = `${language}_${hash(content, 10)}`;
    return { entry: [facet, name], file: { path: `filter/${name}.pf_filter`, content } };
  });
}

/** How papers are ordered by each sort key; equal ones as they are numbered. */
const joinSorts = (keys: readonly string[], sortOf: SortOf, papers: number): Value[] =>
  keys.map((key) => {
    const values = Array.from({ length: papers }, (_, paper) => sortOf(key, paper));
    const order = values.map((_, paper) => paper);
    return [key, order.sort((a, b) => byCodePoint(values[a] ?? "", values[b] ?? "") || a - b)];
  });

/** What a paper is sorted by. */
export type SortOf = (key: string, paper: number) => string;

const contentsOf = (files: readonly IndexFile[]) => {
  const file = files.find(({ path }) => path.endsWith(".pf_meta"));
  if (!file) throw new Error("Pagefind wrote no table of contents.");
  return { file, contents: list(read(file)) };
};

const namesOf = (contents: readonly Value[], at: number) =>
  list(contents[at]).map((entry) => String(Array.isArray(entry) ? entry[0] : entry));

const union = (all: readonly string[][]) => [...new Set(all.flat())].sort();

/**
 * What Pagefind made of papers in several runs, as one index in its own format (1.5, `pagefind/src/index` and
 * `pagefind/src/fossick`): the papers of a run follow those of the run before. Pagefind's memory grows with the
 * papers of a run.
 */
export function joinParts(runs: readonly (readonly IndexFile[])[], sortOf: SortOf): IndexFile[] {
  const tables = runs.map((files) => contentsOf(files));
  const fields = union(tables.map(({ contents }) => namesOf(contents, 5)));
  const out: IndexFile[] = [];
  const pages: Value[] = [];
  const parts = runs.map((files, run): Part => {
    const contents = tables[run]?.contents ?? [];
    const own = namesOf(contents, 5);
    const part: Part = {
      files: new Map(files.map((file) => [file.path, file])),
      contents,
      before: pages.length,
      ...(own.length === fields.length && own.every((field, i) => field === fields[i])
        ? {}
        : { fields: own.map((field) => fields.indexOf(field)) }),
    };
    for (const page of list(contents[1])) {
      const [name = "", ...rest] = list(page);
      const file = part.files.get(`fragment/${String(name)}.pf_fragment`);
      if (!file) throw new Error(`Pagefind did not write the fragment ${String(name)}.`);
      // Digests are cut short: two runs may hit upon the same.
      const unique = `${String(name)}_${String(run)}`;
      out.push({ path: `fragment/${unique}.pf_fragment`, content: file.content });
      pages.push([unique, ...rest]);
    }
    return part;
  });
  const [first] = runs;
  const [table] = tables;
  const [, language = ""] = /^pagefind\.(.*)_.*\.pf_meta$/u.exec(table?.file.path ?? "") ?? [];
  const { files: chunks, table: ranges } = writeChunks(mergeWords(parts), language);
  const filters = joinFilters(parts, language);
  const sorts = union(tables.map(({ contents }) => namesOf(contents, 4)));
  const content = pack([
    table?.contents[0] ?? "",
    pages,
    ranges,
    filters.map(({ entry }) => entry),
    joinSorts(sorts, sortOf, pages.length),
    fields,
  ]);
  const name = `${language}_${hash(content, 10)}`;
  out.push(...chunks, ...filters.map(({ file }) => file));
  out.push({ path: `pagefind.${name}.pf_meta`, content });
  for (const file of first ?? [])
    if (!/\.pf_(?:meta|index|filter|fragment)$/u.test(file.path))
      out.push(file.path === "pagefind-entry.json" ? renameEntry(file, name, pages.length) : file);
  return out;
}

/** `pagefind-entry.json` leads Pagefind's own script to the table of contents. */
function renameEntry(file: IndexFile, name: string, papers: number): IndexFile {
  const entry = JSON.parse(new TextDecoder().decode(file.content)) as {
    languages: Record<string, { hash: string; page_count: number }>;
  };
  for (const language of Object.values(entry.languages)) {
    language.hash = name;
    language.page_count = papers;
  }
  return { ...file, content: new TextEncoder().encode(JSON.stringify(entry)) };
}
