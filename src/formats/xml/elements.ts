import { SaxesParser } from "saxes";
import { NAMED_ENTITIES } from "../../paper/text/entities.ts";
import { CONTROLS } from "../clean.ts";

/** An element of a record, with what is in it. */
export interface XmlElement {
  /** Without its prefix. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** A record's element, as it stood in the input. */
export interface XmlRecord {
  element: XmlElement;
  /** 1-based. */
  line: number;
  /** The first thing that is not as XML has it. */
  fault?: string;
}

/** Whom the reader of elements tells what it finds. */
export interface XmlListener {
  record: (record: XmlRecord) => void;
  /** A record that the end of the input cut off. */
  cut: (record: XmlRecord) => void;
  /** An input that is refused: nothing more of it is read. */
  refuse: (line: number) => void;
}

/** How deep elements may nest in a record, and how much text one may hold, in UTF-16 units. */
const DEEPEST = 64;
const LARGEST = 8_000_000;

/** A parser that only notes what is wrong: making an error with its stack for each fault takes most of the time. */
class TolerantParser extends SaxesParser {
  fault: string | undefined;
  override fail(message: string): this {
    this.fault ??= message;
    return this;
  }
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Finds the records of an XML input while it comes in: of all elements with one of the given names, one at a time
 * is in memory. Tags that are not closed or do not match cost their own record. No entity is expanded but
 * XML's and HTML's own characters; an input that declares others is refused, and nothing outside is ever fetched.
 */
export class XmlRecords {
  readonly #names: ReadonlySet<string>;
  readonly #listener: XmlListener;
  readonly #parser = new TolerantParser({ xmlns: false });
  /** The open record's element, and the elements open in it. */
  #stack: XmlElement[] = [];
  /** Elements too deep to be kept: their text goes to the deepest that is. */
  #buried = 0;
  #size = 0;
  #line = 1;
  #isRefused = false;
  #isFirst = true;

  constructor(names: readonly string[], listener: XmlListener) {
    this.#names = new Set(names);
    this.#listener = listener;
    Object.assign(this.#parser.ENTITIES, NAMED_ENTITIES);
    this.#parser.on("doctype", (doctype) => {
      if (/<!ENTITY/u.test(doctype)) this.#refuse();
    });
    this.#parser.on("opentag", ({ name, attributes }) => {
      this.#open(localName(name), attributes);
    });
    this.#parser.on("closetag", ({ name }) => {
      this.#close(localName(name));
    });
    this.#parser.on("text", (text) => {
      this.#add(text);
    });
    this.#parser.on("cdata", (text) => {
      this.#add(text);
    });
  }

  push(chunk: string): void {
    if (this.#isRefused || chunk === "") return;
    // Some write a line before the declaration: XML forbids it, nobody means it.
    const text = this.#isFirst
      ? chunk.replace(/^\uFEFF?\s*/u, (start) => start.replace(/[^\n]/gu, ""))
      : chunk;
    if (this.#isFirst && text.trim() === "") this.#line += text.length;
    else this.#isFirst = false;
    this.#parser.write(text.replace(CONTROLS, ""));
  }

  end(): void {
    if (this.#isRefused) return;
    const [element] = this.#stack;
    if (element) this.#listener.cut({ element, line: this.#line, fault: "it is cut off" });
    this.#stack = [];
    this.#parser.close();
  }

  #refuse(): void {
    this.#isRefused = true;
    this.#stack = [];
    this.#listener.refuse(this.#parser.line);
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (this.#isRefused) return;
    if (this.#names.has(name)) {
      // A record within a record: the one before it was never closed.
      const [open] = this.#stack;
      if (open?.name === name) {
        this.#parser.fault ??= `unclosed tag: ${name}`;
        this.#give();
      }
    } else if (this.#stack.length === 0) return;
    const element: XmlElement = { name, attributes, children: [] };
    if (this.#stack.length === 0) {
      this.#line = this.#parser.line;
      this.#parser.fault = undefined;
      this.#size = 0;
      this.#buried = 0;
    } else if (this.#stack.length >= DEEPEST) {
      this.#buried += 1;
      return;
    } else this.#stack.at(-1)?.children.push(element);
    this.#stack.push(element);
  }

  #close(name: string): void {
    if (this.#isRefused || this.#stack.length === 0) return;
    if (this.#buried > 0) {
      this.#buried -= 1;
      return;
    }
    if (this.#stack.at(-1)?.name !== name) return;
    if (this.#stack.length === 1) this.#give();
    else this.#stack.pop();
  }

  #give(): void {
    const [element] = this.#stack;
    this.#stack = [];
    if (!element) return;
    const fault = this.#parser.fault === undefined ? {} : { fault: this.#parser.fault };
    this.#listener.record({ element, line: this.#line, ...fault });
  }

  #add(text: string): void {
    const open = this.#stack.at(-1);
    if (!open || this.#size > LARGEST) return;
    this.#size += text.length;
    if (this.#size > LARGEST) this.#parser.fault = "it is larger than any record";
    open.children.push(text);
  }
}
