import type { CborReader } from "../bundle/cbor.ts";
import { readFileWords } from "./word-file.ts";

/** What a word weighs in a paper. */
interface Weight {
  /** How often it stands there, by the weights of the fields. */
  tf: number;
  /** Bits of the fields that it stands in. */
  flags: number;
}

/** A word as it is indexed, with the papers that have it, ascending. */
export interface WeighedWord {
  word: string;
  papers: [paper: number, weight: Weight][];
}

/** What a place in each field adds, by the fields' numbers. */
export interface FieldWeights {
  tf: readonly number[];
  flags: readonly number[];
}

/** Places, a negative number opens a group: of fields, or of weights in the text, which count the same. */
function addPlaces(cbor: CborReader, weight: Weight, fields?: FieldWeights): void {
  let field = 0;
  for (let left = cbor.array(); left > 0; left -= 1) {
    const place = cbor.integer();
    if (place < 0) field = -1 - place;
    else if (fields) {
      weight.tf += fields.tf[field] ?? 0;
      weight.flags |= fields.flags[field] ?? 0;
    } else weight.tf += 1;
  }
}

function addRows(cbor: CborReader, rows: Map<number, Weight>, fields: FieldWeights): void {
  let paper = 0;
  for (let left = cbor.array(); left > 0; left -= 1) {
    const size = cbor.array();
    paper += cbor.integer();
    const weight = rows.get(paper) ?? { tf: 0, flags: 0 };
    rows.set(paper, weight);
    addPlaces(cbor, weight);
    if (size > 2) addPlaces(cbor, weight, fields);
  }
}

/**
 * Every word of a file of Pagefind's, with what it weighs in each paper; its accented forms are counted with it.
 * Places themselves, which are most of such a file, are passed over.
 */
export function* weighWords(bytes: Uint8Array, fields: FieldWeights): Generator<WeighedWord> {
  // One map for a word and its forms; a word is read when the one before was taken.
  let weights = new Map<number, Weight>();
  const words = readFileWords(bytes, (cbor) => {
    addRows(cbor, weights, fields);
  });
  for (const { word, variants } of words) {
    const papers = [...weights];
    if (variants.size > 0) papers.sort(([a], [b]) => a - b);
    weights = new Map();
    yield { word, papers };
  }
}
