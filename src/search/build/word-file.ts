import { CborReader } from "../bundle/cbor.ts";

/** A word as it is indexed: the papers that have it, and those that have it with accents, by each way to write them. */
export interface FileWord<Rows> {
  word: string;
  rows: Rows;
  variants: Map<string, Rows>;
}

/**
 * Every word of a file of Pagefind's word lists, in order.
 *
 * @param bytes the file, unwrapped.
 * @param readRows reads a list of papers, each `[step from the paper before, places in the text, places in fields]`.
 */
export function* readFileWords<Rows>(
  bytes: Uint8Array,
  readRows: (cbor: CborReader) => Rows,
): Generator<FileWord<Rows>> {
  const cbor = new CborReader(bytes);
  cbor.array();
  for (let left = cbor.array(); left > 0; left -= 1) {
    const size = cbor.array();
    const word = cbor.text();
    const rows = readRows(cbor);
    const variants = new Map<string, Rows>();
    for (let forms = size > 2 ? cbor.array() : 0; forms > 0; forms -= 1) {
      cbor.array();
      variants.set(cbor.text(), readRows(cbor));
    }
    yield { word, rows, variants };
  }
}
