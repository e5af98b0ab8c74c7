import { countLines } from "../reader.ts";

/** A stretch of a file that begins where an entry may begin. */
export interface BibtexBlock {
  text: string;
  /** 1-based line of the input on which it starts. */
  line: number;
}

/** No entry is longer, in UTF-16 units: what is, must not fill the memory. */
const LONGEST = 8_000_000;

/** `@word{` or `@word(` as the first thing on a line; the brace may stand on the next. */
const START = /^[ \t]*@[ \t]*[a-z]+[ \t]*(?:[{(]|$)/gimu;

/**
 * Cuts a file, while it comes in, before each line that looks like an entry's first. So one entry at a
 * time is in memory, and one whose braces do not close cannot swallow those after it. Line ends
 * become `\n`. Linear time whatever the size of the pieces.
 */
export class BibtexBlocks {
  /** Whole lines of the block that is open, looked through already. */
  #open: string[] = [];
  #size = 0;
  /** The line that is not whole yet. */
  #rest = "";
  #line = 1;
  #first = true;
  /** Whether a carriage return came last: it may be half a line end. */
  #halfEnd = false;

  /** The blocks that end in this piece of the input. */
  *push(chunk: string): Generator<BibtexBlock> {
    let piece = chunk;
    if (this.#first && chunk !== "") {
      piece = chunk.replace(/^\uFEFF/u, "");
      this.#first = false;
    }
    if (this.#halfEnd) piece = `\r${piece}`;
    this.#halfEnd = piece.endsWith("\r");
    if (this.#halfEnd) piece = piece.slice(0, -1);
    piece = piece.replace(/\r\n?/gu, "\n");
    const last = piece.lastIndexOf("\n");
    if (last === -1) {
      this.#rest += piece;
      if (this.#rest.length > LONGEST) {
        yield* this.#cut(this.#rest);
        this.#rest = "";
      }
      return;
    }
    const lines = this.#rest + piece.slice(0, last + 1);
    this.#rest = piece.slice(last + 1);
    yield* this.#cut(lines);
  }

  /** What is left when the input ends. */
  *end(): Generator<BibtexBlock> {
    yield* this.#cut(this.#rest);
    yield* this.#close();
  }

  *#cut(lines: string): Generator<BibtexBlock> {
    let from = 0;
    for (const { index } of lines.matchAll(START)) {
      this.#open.push(lines.slice(from, index));
      yield* this.#close();
      from = index;
    }
    this.#open.push(lines.slice(from));
    this.#size += lines.length - from;
    if (this.#size > LONGEST) yield* this.#close();
  }

  *#close(): Generator<BibtexBlock> {
    const text = this.#open.join("");
    if (text.trim() !== "") yield { text, line: this.#line };
    this.#line += countLines(text);
    this.#open = [];
    this.#size = 0;
  }
}
