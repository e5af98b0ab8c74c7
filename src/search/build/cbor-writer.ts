/** What Pagefind's files are made of. */
export type Value = number | string | Value[];

const utf8 = new TextEncoder();

/** Writes the part of CBOR (RFC 8949) that Pagefind's files use: integers, text, arrays of known length. */
export class CborWriter {
  #bytes = new Uint8Array(1 << 12);
  #at = 0;

  #room(size: number): void {
    if (this.#at + size <= this.#bytes.length) return;
    const more = new Uint8Array(Math.max(2 * this.#bytes.length, this.#at + size));
    more.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = more;
  }

  #head(major: number, value: number): void {
    this.#room(5);
    const size = value < 24 ? 0 : value < 256 ? 1 : value < 65_536 ? 2 : 4;
    const info = size === 0 ? value : size === 1 ? 24 : size === 2 ? 25 : 26;
    this.#bytes[this.#at++] = (major << 5) | info;
    for (let i = size - 1; i >= 0; i -= 1) this.#bytes[this.#at++] = (value >>> (8 * i)) & 255;
  }

  /** How many bytes were written. */
  get length(): number {
    return this.#at;
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
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
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
    return this.#bytes.slice(0, this.#at);
  }
}
