import { countLines } from "../reader.ts";

/** One JSON object of a list, as text. */
export interface JsonItem {
  text: string;
  /** 1-based line of the input on which it starts. */
  line: number;
  /** Whether it is certain, before parsing, that it does not end as JSON does. */
  broken: boolean;
}

const [NEWLINE, SPACE, QUOTE, COMMA, COLON, LIST, BACKSLASH, OPEN, CLOSE] = [
  10, 32, 34, 44, 58, 91, 92, 123, 125,
] as const;

/** An object is a wrapper about a long list once it is longer than this and a list stands at its beginning. */
const LONG = 1_000_000;
const WRAPPED =
  /^(?:(?!"title")[^]){0,2000}?"(?:items|references|papers|results|data|records|notes|works)"\s*:\s*\[(?=\s*\{)/u;
/** No item is longer, in UTF-16 units: what is, must not fill the memory. */
const LONGEST = 32_000_000;

/**
 * Takes a JSON array, or one object a line, apart into its objects while it comes in, so that no
 * input is ever whole in memory. What stands between objects is passed over.
 *
 * A broken object must not swallow those after it. JSON strings never span lines, so a line's end
 * inside a string proves a fault; a line that opens an object where none may stand proves another.
 * After either, the next line that opens an object starts afresh.
 */
export class JsonItems {
  #text = "";
  #line = 1;
  #startLine = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #broken = false;
  #lineStart = true;
  /** The last character outside strings that is not white space. */
  #before = 0;
  /** Whether an object has ended on the line on which it began: then each line is one. */
  #linewise = false;

  /** The objects that end in this piece of the input. */
  *push(chunk: string): Generator<JsonItem> {
    let start = this.#depth > 0 ? 0 : -1;
    let at = this.#text.length;
    const text = this.#text + chunk;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) {
        this.#line += 1;
        this.#lineStart = true;
        this.#escaped = false;
        if (this.#inString) this.#broken = true;
        this.#inString = false;
        continue;
      }
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inString = false;
        continue;
      }
      if (code <= SPACE) continue;
      if (code === QUOTE) this.#inString = this.#depth > 0;
      else if (code === OPEN) {
        if (this.#depth > 0 && this.#lineStart && this.#isMisplaced()) {
          yield { text: text.slice(start, at), line: this.#startLine, broken: true };
          this.#depth = 0;
        }
        if (this.#depth === 0) {
          start = at;
          this.#startLine = this.#line;
          this.#broken = false;
        }
        this.#depth += 1;
      } else if (code === CLOSE && this.#depth > 0) {
        this.#depth -= 1;
        if (this.#depth === 0) {
          yield { text: text.slice(start, at + 1), line: this.#startLine, broken: this.#broken };
          if (this.#startLine === this.#line && !this.#broken) this.#linewise = true;
          start = -1;
        }
      }
      this.#lineStart &&= code === COMMA;
      this.#before = code;
    }
    this.#text = start === -1 ? "" : text.slice(start);
    if (this.#text.length > LONG) yield* this.#shorten();
  }

  /** Opens the list that a long object wraps; what is no list and longer than any item is given up. */
  *#shorten(): Generator<JsonItem> {
    const wrapper = WRAPPED.exec(this.#text)?.[0];
    if (wrapper === undefined && this.#text.length < LONGEST) return;
    const text = this.#text;
    const line = this.#startLine;
    this.#text = "";
    this.#depth = 0;
    this.#inString = false;
    if (wrapper === undefined) {
      yield { text: text.slice(0, 200), line, broken: true };
      return;
    }
    this.#line = line + countLines(wrapper);
    yield* this.push(text.slice(wrapper.length));
  }

  /** What the input's end cut off, if anything. */
  *end(): Generator<JsonItem> {
    if (this.#depth > 0) yield { text: this.#text, line: this.#startLine, broken: true };
  }

  /** Whether an object cannot begin here, so that the one before it must be broken. */
  #isMisplaced(): boolean {
    if (this.#broken || this.#linewise) return true;
    return this.#before !== LIST && this.#before !== COMMA && this.#before !== COLON;
  }
}
