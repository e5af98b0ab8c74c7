import { isUtf8 } from "node:buffer";
import type { Problem } from "../paper/problem.ts";

/** Whether bytes are gzip's (RFC 1952: they start with 1F 8B). */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** How many bytes tell an encoding. */
export const ENOUGH = 512;

/** The encoding that a byte-order mark tells, or that the zeros of UTF-16 do; UTF-8 otherwise. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, ENOUGH);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // ASCII in UTF-16 has a zero in every pair; of other bytes few are.
  const many = head.length / 5;
  if (odd > many && even < odd / 10) return "utf-16le";
  return even > many && odd < even / 10 ? "utf-16be" : "utf-8";
}

const NEWLINE = 10;
/** In bytes. */
const LONGEST_LINE = 4_000_000;

/** How many bytes of some UTF-8 are whole signs: the last one may be cut off. */
function boundary(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > 0 && start > bytes.length - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  const lead = bytes[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  return bytes.length - start < length ? start : bytes.length;
}

/**
 * Decodes an input piece by piece. What is not UTF-8 is decoded line by line, each that is not as Windows-1252
 * (WHATWG: ISO-8859-1 is the same), for files put together of several have both; `problem` then says so.
 */
export class Decoder {
  readonly #source: string;
  #unicode: TextDecoder | undefined;
  readonly #legacy = new TextDecoder("windows-1252");
  readonly #utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  /** The line that is not whole yet. */
  #rest: Uint8Array = new Uint8Array();
  #isFirst = true;
  #line = 1;
  #fault: { line: number; count: number } | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  decode(bytes: Uint8Array): string {
    if (this.#isFirst) {
      const encoding = encodingOf(bytes);
      if (encoding !== "utf-8") this.#unicode = new TextDecoder(encoding);
      this.#isFirst = false;
    }
    if (this.#unicode) return this.#unicode.decode(bytes, { stream: true });
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const end = all.lastIndexOf(NEWLINE) + 1;
    // A line without end is decoded before it fills the memory.
    const whole = end === 0 && all.length > LONGEST_LINE ? boundary(all) : end;
    this.#rest = all.subarray(whole);
    return this.#decodeLines(all.subarray(0, whole));
  }

  /** What is left at the end: a sign that the end cut off becomes U+FFFD. */
  end(): string {
    if (this.#unicode) return this.#unicode.decode();
    const rest = this.#rest;
    this.#rest = new Uint8Array();
    const whole = boundary(rest);
    const isCut = whole < rest.length && isUtf8(rest.subarray(0, whole));
    return isCut && !this.#fault ? this.#utf8.decode(rest) : this.#decodeLines(rest);
  }

  problem(): Problem | undefined {
    if (!this.#fault) return undefined;
    const { line, count } = this.#fault;
    return {
      code: "not-utf8",
      severity: "warning",
      source: this.#source,
      line,
      message:
        count === 1
          ? "this line is not UTF-8: it is read as Windows-1252"
          : `${String(count)} lines, the first this one, are not UTF-8: they are read as Windows-1252`,
      hint: "compare accented letters with the source; save the file as UTF-8 if they are wrong",
    };
  }

  #decodeLines(bytes: Uint8Array): string {
    if (isUtf8(bytes)) {
      const text = this.#utf8.decode(bytes);
      for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#line += 1;
      return text;
    }
    let text = "";
    for (let from = 0; from < bytes.length;) {
      const end = bytes.indexOf(NEWLINE, from) + 1 || bytes.length;
      const line = bytes.subarray(from, end);
      const isSound = isUtf8(line);
      if (!isSound) {
        this.#fault ??= { line: this.#line, count: 0 };
        this.#fault.count += 1;
      }
      text += (isSound ? this.#utf8 : this.#legacy).decode(line);
      this.#line += 1;
      from = end;
    }
    return text;
  }
}
