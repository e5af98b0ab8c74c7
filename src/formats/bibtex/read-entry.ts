import { dropLoneBraces } from "./balance.ts";

/** A field's value as written: texts and names of `@string`s, joined by `#`. */
export type BibtexValue = readonly ({ text: string } | { name: string })[];

/** Something about an entry that is not as it should be, and was read all the same. */
export interface EntryFault {
  code:
    | "missing-comma"
    | "missing-key-comma"
    | "doubled-equals"
    | "extra-brace"
    | "broken-field"
    | "repeated-field"
    | "unclosed-entry"
    | "unclosed-field";
  /** Where in the text. */
  at: number;
  what: string;
}

/** One `@type{key, field = value, …}`, taken apart. */
export interface RawEntry {
  /** Lower case. */
  type: string;
  key?: string;
  /** Names in lower case. */
  fields: Map<string, BibtexValue>;
  faults: EntryFault[];
  /** Where it ends in the text, after its closing delimiter. */
  end: number;
  /** `cut`: the text ends within a value. An entry that only lacks its closing delimiter is `closed`, with a fault. */
  state: "closed" | "cut";
}

/** What begins an entry. */
const OPENING = /@\s*([a-z][a-z_-]*)\s*([{(])\s*/iuy;
const KEY = /([^,={}\n]*)(?=[,}\n]|$)/uy;
const KEY_IN_ROUND = /([^,={})\n]*)(?=[,})\n]|$)/uy;
/** `@article{doe2024 author = {…}`: the comma behind the key was forgotten. */
const KEY_BEFORE_FIELD = /([^\s=,{}"#%()]+)[ \t]+(?=[a-z][\w-]*\s*=)/iuy;
const NAME = /([^\s=,{}"#%()]+)\s*=\s*((?:=\s*)*)/uy;
/** A name of several words, as Web of Science and Scopus have: `Early Access Date = {…}`, `funding_text 1={…}`. */
const NAME_OF_WORDS =
  /([a-z][\w-]{0,40}(?:[ \u00A0][\w-]{1,40}){1,3}(?<!\b(?:title|author|editor|journal|year|abstract|url|doi)))[ \t]*=[ \t]*(?=[{"])/iuy;
const BARE = /[^,#{}"\n]*/uy;
/** What may follow a closing quotation mark; any other mark is one of the text. */
const AFTER_QUOTE = /\s*(?:[,#})]|$|[\w-]+\s*=)/uy;
/** A closing brace that ends nothing, for fields go on after it. */
const STRAY_BRACE = /\}\s*,\s*[a-z][\w-]*\s*=\s*[{"\w]/iuy;
/** A line on which another field begins, or the entry ends. */
const NEXT_FIELD =
  /[ \t]*(?:[a-z][\w-]*[ \t]*=[ \t]*(?:[{"]|\w+[ \t]*(?:,[ \t]*)?(?:\n|$))|[})]\s*$)/iuy;
const MOST_TORN = 5;
/** What must be a field of its own; and what is one where the entry is not whole. */
const SWALLOWED = /\n[ \t]*[a-z]+[ \t]*=\s*(?:["{]|\d{4}[ \t]*(?:,[ \t]*)?(?:\n|$))/iu;
const MAY_BE_FIELD = /[,\n][ \t]*[a-z]+[ \t]*=[ \t]*(?:["{]|\d{4}[ \t]*(?:,\s*)?$)/iu;

/** Reads the grammar of one entry, as tolerant as every style's users have come to expect. */
class EntryReader {
  readonly #text: string;
  /** Whether a brace after a backslash is text. TeX's own rule is that it is not; people think otherwise. */
  readonly #escapes: boolean;
  /** Whether a value that is never closed, or not where it should be, ends before the next line that is a field. */
  readonly #byLines: boolean;
  #at: number;
  #isTorn = false;
  /** How many values were not closed: of an entry in which most are not, its lines tell nothing either. */
  #torn = 0;

  constructor(text: string, at: number, escapes: boolean, byLines = false) {
    this.#text = text;
    this.#at = at;
    this.#escapes = escapes;
    this.#byLines = byLines;
  }

  read(): RawEntry | undefined {
    const opening = this.#match(OPENING);
    if (!opening) return undefined;
    const close = opening[2] === "(" ? ")" : "}";
    const entry: RawEntry = {
      type: (opening[1] ?? "").toLowerCase(),
      fields: new Map(),
      faults: [],
      end: this.#at,
      state: "cut",
    };
    const pattern = close === ")" ? KEY_IN_ROUND : KEY;
    if (entry.type !== "string") {
      const key = this.#match(pattern)?.[1]?.trim() ?? this.#readKeyBeforeField(entry);
      if (key !== undefined && key !== "") entry.key = key;
    }
    while (entry.state === "cut" && this.#readField(entry, close));
    entry.end = this.#at;
    return entry;
  }

  #readKeyBeforeField(entry: RawEntry): string | undefined {
    const at = this.#at;
    const key = this.#match(KEY_BEFORE_FIELD)?.[1];
    if (key !== undefined) entry.faults.push({ code: "missing-key-comma", at, what: key });
    return key;
  }

  /** Reads one field or the end; false where the text ends within a value. */
  #readField(entry: RawEntry, close: string): boolean {
    this.#skip();
    const char = this.#text[this.#at];
    if (char === undefined) {
      entry.faults.push({ code: "unclosed-entry", at: this.#at, what: entry.key ?? entry.type });
      entry.state = "closed";
      return true;
    }
    if (char === close || char === "}") {
      STRAY_BRACE.lastIndex = this.#at;
      const isStray = STRAY_BRACE.test(this.#text);
      if (isStray) entry.faults.push({ code: "extra-brace", at: this.#at, what: "}" });
      else entry.state = "closed";
      this.#at += 1;
      return true;
    }
    const start = this.#at;
    const [, written, more = ""] = this.#match(NAME) ?? this.#match(NAME_OF_WORDS) ?? [];
    const name = written?.toLowerCase().replaceAll("\u00A0", " ");
    if (name === undefined) {
      this.#passOver(close);
      const what = this.#text.slice(start, this.#at).trim();
      entry.faults.push({ code: "broken-field", at: start, what });
      return true;
    }
    if (more !== "") entry.faults.push({ code: "doubled-equals", at: start, what: name });
    const value = this.#readValue(close);
    if (!value) return false;
    if (this.#isTorn) entry.faults.push({ code: "unclosed-field", at: start, what: name });
    this.#isTorn = false;
    const before = entry.fields.get(name);
    if (before === undefined) entry.fields.set(name, value);
    else if (JSON.stringify(before) !== JSON.stringify(value))
      entry.faults.push({ code: "repeated-field", at: start, what: name });
    this.#skip(false);
    const next = this.#text[this.#at] ?? "";
    if (/[a-z]/iu.test(next))
      entry.faults.push({ code: "missing-comma", at: this.#at, what: name });
    return true;
  }

  #readValue(close: string): BibtexValue | undefined {
    const value: ({ text: string } | { name: string })[] = [];
    for (;;) {
      this.#skip(false);
      const char = this.#text[this.#at];
      if (char === undefined) return undefined;
      if (char === "{" || char === '"') {
        const start = this.#at + 1;
        const end = char === "{" ? this.#endOfBraces(start) : this.#endOfQuotes(start);
        if (this.#byLines && (end === -1 || SWALLOWED.test(this.#text.slice(start, end)))) {
          const text = this.#untilNextField(start);
          return text === undefined ? undefined : [...value, { text }];
        }
        if (end === -1) return undefined;
        value.push({ text: this.#text.slice(start, end) });
        this.#at = end + 1;
      } else {
        let bare = this.#match(BARE)?.[0] ?? "";
        if (close === ")" && bare.includes(")")) {
          this.#at -= bare.length - bare.indexOf(")");
          bare = bare.slice(0, bare.indexOf(")"));
        }
        // `year = 2013 journal = {Cell}`: the comma is missing, and the next field begins.
        const next = /^(\s*\S+)\s+[a-z][\w-]*\s*=/iu.exec(bare)?.[1];
        if (next !== undefined) {
          this.#at -= bare.length - next.length;
          bare = next;
        }
        bare = bare.trim();
        if (/^[^\s\d]\S*$/u.test(bare)) value.push({ name: bare });
        else if (bare !== "") value.push({ text: bare });
      }
      this.#skip(false);
      if (this.#text[this.#at] !== "#") return value;
      this.#at += 1;
    }
  }

  /** A value without its end, and without what was meant as that. */
  #untilNextField(start: number): string | undefined {
    this.#torn += 1;
    if (this.#torn > MOST_TORN) return undefined;
    for (
      let at = this.#text.indexOf("\n", start);
      at !== -1;
      at = this.#text.indexOf("\n", at + 1)
    ) {
      NEXT_FIELD.lastIndex = at + 1;
      if (!NEXT_FIELD.test(this.#text)) continue;
      const value = this.#text.slice(start, at).trimEnd().replace(/,$/u, "").trimEnd();
      this.#at = start + value.length;
      this.#isTorn = true;
      return dropLoneBraces(value.replace(/["}]$/u, ""));
    }
    return undefined;
  }

  #endOfBraces(start: number): number {
    let depth = 1;
    for (let at = start; at < this.#text.length; at += 1) {
      const char = this.#text[at];
      if (char === "\\" && this.#escapes) at += 1;
      else if (char === "{") depth += 1;
      else if (char === "}") {
        depth -= 1;
        if (depth === 0) return at;
      }
    }
    return -1;
  }

  #endOfQuotes(start: number): number {
    let depth = 0;
    for (let at = start; at < this.#text.length; at += 1) {
      const char = this.#text[at];
      if (char === "\\" && this.#escapes) at += 1;
      else if (char === "{") depth += 1;
      else if (char === "}") depth -= 1;
      else if (char === '"' && depth <= 0) {
        AFTER_QUOTE.lastIndex = at + 1;
        if (AFTER_QUOTE.test(this.#text)) return at;
      }
    }
    return -1;
  }

  /** White space, commas and, between fields, comments to the end of their line. */
  #skip(between = true): void {
    this.#match(between ? /(?:[\s,]|%[^\n]*(?:\n|$))*/uy : /\s*/uy);
  }

  /** To the next comma or end, for what is no field. */
  #passOver(close: string): void {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const char = this.#text[this.#at];
      if (char === "," || char === "}" || char === close) return;
      if (char === "{") {
        const end = this.#endOfBraces(this.#at + 1);
        this.#at = end === -1 ? this.#text.length : end;
      }
    }
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match ?? undefined;
  }
}

/** The entry that begins at `at`; undefined where none does. */
export function readEntry(text: string, at: number): RawEntry | undefined {
  const entry = new EntryReader(text, at, true).read();
  if (entry === undefined || isWhole(entry)) return entry;
  // `{C:\}` closes for TeX.
  const strict = new EntryReader(text, at, false).read();
  return strict && isWhole(strict) ? strict : entry;
}

/** Whether a value holds what must be fields of its own: its closing brace is the one that is missing. */
export const hasSwallowed = ({ fields }: RawEntry): boolean =>
  [...fields.values()]
    .flat()
    .some((part) => "text" in part && (SWALLOWED.test(part.text) || MAY_BE_FIELD.test(part.text)));

/**
 * An entry in which a brace or quotation mark is not closed, read by its lines: each field must stand on one of its own.
 * Undefined where they do not tell its fields.
 */
export function readTornEntry(text: string, at: number): RawEntry | undefined {
  const entry = new EntryReader(text, at, true, true).read();
  const isTold = entry?.state === "closed" && entry.fields.has("title") && !hasSwallowed(entry);
  return isTold ? entry : undefined;
}

/** Whether an entry is closed by what should close it. */
export const isWhole = ({ state, faults }: RawEntry): boolean =>
  state === "closed" && faults.every(({ code }) => code !== "unclosed-entry");
