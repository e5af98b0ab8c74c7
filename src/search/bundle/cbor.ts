/** The part of CBOR (RFC 8949) that Pagefind's files use: integers, text, arrays of known length. */

const utf8 = new TextDecoder();

/** A place in CBOR bytes that moves as it is read. Throws a RangeError on anything unexpected. */
export class CborReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The argument of the next head, whose major type must be one of `majors`. */
  #head(first: number, ...majors: number[]): number {
    if (!majors.includes(first >> 5))
      throw new RangeError(
        `Unexpected CBOR type ${String(first >> 5)} at byte ${String(this.at - 1)}`,
      );
    const info = first & 31;
    if (info < 24) return info;
    const size = info === 24 ? 1 : info === 25 ? 2 : info === 26 ? 4 : 0;
    if (size === 0) throw new RangeError(`Unexpected CBOR length at byte ${String(this.at - 1)}`);
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + this.#byte();
    return value;
  }

  #byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new RangeError("CBOR ends early");
    this.at += 1;
    return byte;
  }

  /** The length of an array whose items follow. */
  array(): number {
    return this.#head(this.#byte(), 4);
  }

  integer(): number {
    const first = this.#byte();
    const value = this.#head(first, 0, 1);
    return first >> 5 === 0 ? value : -1 - value;
  }

  text(): string {
    const length = this.#head(this.#byte(), 3);
    this.at += length;
    return utf8.decode(this.bytes.subarray(this.at - length, this.at));
  }

  /** Passes over one item, whatever it holds. */
  skip(): void {
    for (let left = 1; left > 0; left -= 1) {
      const first = this.#byte();
      const value = this.#head(first, 0, 1, 3, 4);
      if (first >> 5 === 3) this.at += value;
      if (first >> 5 === 4) left += value;
    }
  }
}
