import { isCslItem, toRecord } from "../csl/item.ts";
import type { OpenReader, ReadOptions, Reader, Sink } from "../reader.ts";
import type { JsonItem } from "./items.ts";
import { JsonItems } from "./items.ts";
import { objectToRecord } from "./object.ts";
import type { Json } from "./values.ts";
import { isObject } from "./values.ts";

/** Where programs put a list of items that is not all of their answer. */
const WRAPPERS = ["items", "references", "papers", "results", "data", "records", "notes", "works"];

/** The items in an object: itself, or those of the list that it wraps. Crossref's answers wrap twice. */
function unwrap(value: Json): Json[] {
  if (value["title"] !== undefined) return [value];
  if (isObject(value["message"])) return unwrap(value["message"]);
  // OpenReview: a note's fields stand in its content.
  if (isObject(value["content"])) return [{ ...value, ...value["content"] }];
  for (const name of WRAPPERS) {
    const list = value[name];
    if (Array.isArray(list)) return list.filter(isObject).flatMap(unwrap);
  }
  return [value];
}

/** The value of a JSON text; a fault is told in one line and without the text itself. */
function parse(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { fault: message.split(/[\n,]/u)[0] ?? message };
  }
}

/** Reads items as they are found and tells what could not be read. */
class JsonReader implements Reader {
  readonly #source: string;
  readonly #sink: Sink;
  readonly #options: ReadOptions;
  readonly #items = new JsonItems();
  /** After a broken item its inner objects may come loose: they are not worth a problem each. */
  #recovering = false;

  constructor(source: string, sink: Sink, options: ReadOptions) {
    this.#source = source;
    this.#sink = sink;
    this.#options = options;
  }

  push(chunk: string): void {
    for (const item of this.#items.push(chunk)) this.#add(item);
  }

  end(): void {
    for (const item of this.#items.end()) this.#add(item);
  }

  #add(item: JsonItem): void {
    const parsed = parse(item.text);
    if ("fault" in parsed) {
      if (!this.#recovering || /"title"\s*:/u.test(item.text)) this.#report(item, parsed.fault);
      this.#recovering = true;
      return;
    }
    const { value } = parsed;
    if (!isObject(value)) return;
    if (this.#recovering && value["title"] === undefined && value["id"] === undefined) return;
    this.#recovering = false;
    for (const one of unwrap(value)) {
      const isCsl = this.#options.columns === undefined && isCslItem(one);
      this.#sink.record(
        isCsl
          ? toRecord(one, this.#source, item.line, this.#sink)
          : objectToRecord(one, this.#source, item.line, this.#sink, this.#options),
      );
    }
  }

  #report({ line }: JsonItem, fault: string): void {
    this.#sink.problem({
      code: "broken-item",
      severity: "error",
      source: this.#source,
      line,
      message: `the item that starts here is no JSON (${fault})`,
      hint: "export it again, or mend its quotes, commas and braces; the other items are read",
    });
  }
}

/** Reads CSL-JSON and other programs' lists of papers, an array or one item a line. One broken item costs one item. */
export const openJson: OpenReader = (source, sink, options = {}) =>
  new JsonReader(source, sink, options);
