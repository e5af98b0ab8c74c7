import { CborReader } from "./cbor.ts";

/**
 * Pagefind's own files, read as what they are: lists of which word stands where. Its `search()` can
 * only answer "all of these words"; ranking by any of them, fields, exclusions and facets need the
 * lists. Format of Pagefind 1.5 (`pagefind/src/index`); the build checks it (`build/write-index.ts`).
 */

const MAGIC = "pagefind_dcd";

/** What the index's table of contents says. Papers are numbered by the order that they were added in. */
export interface Contents {
  version: string;
  /** By paper: name of its fragment file. */
  fragments: string[];
  /** By paper: words of its abstract. */
  lengths: Uint32Array;
  /** Word lists, ascending: the first letters that each begins with, and its file. */
  chunks: { from: string; file: string }[];
  /** Facet to file. */
  filters: Map<string, string>;
  /** Sort key to papers in ascending order. */
  sorts: Map<string, Uint32Array>;
  /** Names of the indexed fields beside the text; postings name them by place. */
  fields: string[];
}

/** What is in a file of Pagefind's, once unzipped. Throws where it is no such file. */
export function unwrap(bytes: Uint8Array): Uint8Array {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new Error("Not a file of Pagefind's.");
  return bytes.subarray(MAGIC.length);
}

const times = <T>(count: number, read: () => T): T[] => Array.from({ length: count }, read);

/** `pagefind.<language>_<hash>.pf_meta`. */
export function readContents(bytes: Uint8Array): Contents {
  const cbor = new CborReader(bytes);
  if (cbor.array() < 6) throw new Error("Pagefind's index is of another version.");
  const version = cbor.text();
  const pages = cbor.array();
  const lengths = new Uint32Array(pages);
  const fragments = times(pages, () => "");
  for (let page = 0; page < pages; page += 1) {
    const size = cbor.array();
    fragments[page] = `fragment/${cbor.text()}.pf_fragment`;
    lengths[page] = cbor.integer();
    for (let i = 2; i < size; i += 1) cbor.skip();
  }
  const chunks = times(cbor.array(), () => {
    cbor.array();
    const from = cbor.text();
    cbor.skip();
    return { from, file: `index/${cbor.text()}.pf_index` };
  });
  const filters = times(cbor.array(), () => {
    cbor.array();
    return [cbor.text(), `filter/${cbor.text()}.pf_filter`] as const;
  });
  const sorts = times(cbor.array(), () => {
    cbor.array();
    const key = cbor.text();
    return [key, Uint32Array.from(times(cbor.array(), () => cbor.integer()))] as const;
  });
  const fields = times(cbor.array(), () => cbor.text());
  return {
    version,
    fragments,
    lengths,
    chunks,
    filters: new Map(filters),
    sorts: new Map(sorts),
    fields,
  };
}

/** `filter/*.pf_filter`: values of one facet and the papers that have each. */
export function readFilter(bytes: Uint8Array): Map<string, Uint32Array> {
  const cbor = new CborReader(bytes);
  cbor.array();
  cbor.skip();
  const values = times(cbor.array(), () => {
    cbor.array();
    const value = cbor.text();
    return [value, Uint32Array.from(times(cbor.array(), () => cbor.integer()))] as const;
  });
  return new Map(values);
}

/** The papers that have a word, and where. Parallel arrays, papers ascending. */
export interface Postings {
  papers: Uint32Array;
  /** By posting: places in the text. */
  text: Uint32Array[];
  /** By posting: places in fields, `field * FIELD + place`. */
  fields: Uint32Array[];
}

/** No field has more words than this. */
export const FIELD = 1 << 16;

const NONE = new Uint32Array(0);

/** Places as Pagefind packs them: a negative number opens a group (a weight or a field), steps follow. */
function readPlaces(cbor: CborReader, grouped: boolean): Uint32Array {
  const count = cbor.array();
  if (count === 0) return NONE;
  const out: number[] = [];
  let group = 0;
  let place = 0;
  for (let i = 0; i < count; i += 1) {
    const step = cbor.integer();
    if (step < 0) {
      group = grouped ? -1 - step : 0;
      place = 0;
    } else {
      place += step;
      out.push(group * FIELD + place);
    }
  }
  return Uint32Array.from(grouped ? out : out.sort((a, b) => a - b));
}

interface Row {
  paper: number;
  text: Uint32Array;
  fields: Uint32Array;
}

function readRows(cbor: CborReader): Row[] {
  let paper = 0;
  return times(cbor.array(), () => {
    const size = cbor.array();
    paper += cbor.integer();
    const text = readPlaces(cbor, false);
    return { paper, text, fields: size > 2 ? readPlaces(cbor, true) : NONE };
  });
}

/** One file of word lists: words in order, postings read on demand. */
export class Chunk {
  readonly words: string[] = [];
  readonly #at = new Map<string, number>();
  readonly #papers = new Map<string, number>();
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const cbor = new CborReader(bytes);
    cbor.array();
    for (let left = cbor.array(); left > 0; left -= 1) {
      const size = cbor.array();
      const word = cbor.text();
      this.words.push(word);
      this.#at.set(word, cbor.at);
      const papers = cbor.array();
      this.#papers.set(word, papers);
      for (let i = 0; i < papers; i += 1) cbor.skip();
      for (let i = 2; i < size; i += 1) cbor.skip();
    }
  }

  /** How many papers have a word. */
  count(word: string): number {
    return this.#papers.get(word) ?? 0;
  }

  /** Postings of a word as it is indexed, with those of its accented forms. */
  postings(word: string): Postings | undefined {
    const at = this.#at.get(word);
    if (at === undefined) return undefined;
    const cbor = new CborReader(this.#bytes, at);
    let rows = readRows(cbor);
    const variants = times(cbor.array(), () => {
      cbor.array();
      cbor.skip();
      return readRows(cbor);
    });
    if (variants.length > 0) rows = merge([rows, ...variants].flat());
    return {
      papers: Uint32Array.from(rows, (row) => row.paper),
      text: rows.map((row) => row.text),
      fields: rows.map((row) => row.fields),
    };
  }
}

const join = (a: Uint32Array, b: Uint32Array) => Uint32Array.from([...a, ...b]).sort();

/** Rows of one paper become one row. */
function merge(rows: Row[]): Row[] {
  const byPaper = new Map<number, Row>();
  for (const row of rows) {
    const known = byPaper.get(row.paper);
    byPaper.set(
      row.paper,
      known
        ? {
            paper: row.paper,
            text: join(known.text, row.text),
            fields: join(known.fields, row.fields),
          }
        : row,
    );
  }
  return [...byPaper.values()].sort((a, b) => a.paper - b.paper);
}
