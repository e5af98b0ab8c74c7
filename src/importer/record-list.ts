import type { SourceRecord } from "../formats/record.ts";
import { Shelf } from "./shelf.ts";

const weigh = ({ title, abstract }: SourceRecord) => 500 + title.length + abstract.length;

/** Any number of records, in the order of their inputs and, within one, of their lines. */
export class RecordList implements Iterable<SourceRecord> {
  readonly #shelf = new Shelf<SourceRecord>(weigh);
  /** Records of inputs that were read to their end, in order. */
  readonly #places: number[] = [];
  /** Those of the input that is being read. */
  #open: { place: number; line: number }[] = [];
  #isOrdered = true;

  /** Records in an order that they have already. */
  static of(records: Iterable<SourceRecord>): RecordList {
    const list = new RecordList();
    for (const record of records) list.#places.push(list.#shelf.add(record));
    return list;
  }

  get size(): number {
    return this.#shelf.size;
  }

  add(record: SourceRecord): void {
    const { line } = record;
    this.#isOrdered &&= line >= (this.#open.at(-1)?.line ?? 0);
    this.#open.push({ place: this.#shelf.add(record), line });
  }

  /** An input has been read to its end. A record that waited for others came late: its place is where it stands. */
  endInput(): void {
    if (!this.#isOrdered) this.#open.sort((a, b) => a.line - b.line);
    for (const { place } of this.#open) this.#places.push(place);
    this.#open = [];
    this.#isOrdered = true;
  }

  *[Symbol.iterator](): IterableIterator<SourceRecord> {
    for (const place of this.#places) yield this.#shelf.take(place);
  }
}
