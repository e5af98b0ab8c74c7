import { ByteWriter } from "../bundle/bytes.ts";

/** What Pagefind's files are made of. */
export type Value = number | string | Value[];

const utf8 = new TextEncoder();

/** Writes the part of CBOR (RFC 8949) that Pagefind's files use: integers, text, arrays of known length. */
export class CborWriter {
  readonly #out = new ByteWriter();

  #head(major: number, value: number): void {
    const size = value < 24 ? 0 : value < 256 ? 1 : value < 65_536 ? 2 : 4;
    const info = size === 0 ? value : size === 1 ? 24 : size === 2 ? 25 : 26;
    this.#out.byte((major << 5) | info);
    for (let i = size - 1; i >= 0; i -= 1) this.#out.byte(value >>> (8 * i));
  }

  integer(value: number): void {
    if (value < 0) this.#head(1, -1 - value);
    else this.#head(0, value);
  }

  text(value: string): void {
    const bytes = utf8.encode(value);
    this.#head(3, bytes.length);
    this.raw(bytes);
  }

  /** The head of an array whose items are written next. */
  array(length: number): void {
    this.#head(4, length);
  }

  /** Items that are CBOR already. */
  raw(bytes: Uint8Array): void {
    this.#out.bytes(bytes);
  }

  value(value: Value): void {
    if (typeof value === "number") this.integer(value);
    else if (typeof value === "string") this.text(value);
    else {
      this.array(value.length);
      for (const item of value) this.value(item);
    }
  }

  /** What was written so far. */
  taken(): Uint8Array {
    return this.#out.taken();
  }
}
