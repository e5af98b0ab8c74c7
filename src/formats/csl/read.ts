import type { Problem } from "../../paper/problem.ts";
import type { JsonItem } from "../json/items.ts";
import { JsonItems } from "../json/items.ts";
import type { Reading, SourceRecord } from "../record.ts";
import { isObject, toRecord } from "./item.ts";

/** Why `JSON.parse` refuses a text, in one line and without the text itself. */
function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split(/[\n,]/u)[0];
  }
}

/** Reads items as they are found and collects what could not be read. */
class Collector {
  readonly records: SourceRecord[] = [];
  readonly problems: Problem[] = [];
  readonly #source: string;
  /** After a broken item its inner objects may come loose: they are not worth a problem each. */
  #recovering = false;

  constructor(source: string) {
    this.#source = source;
  }

  add(item: JsonItem): void {
    const fault = faultOf(item.text);
    if (fault !== undefined) {
      if (!this.#recovering || /"title"\s*:/u.test(item.text)) this.#report(item, fault);
      this.#recovering = true;
      return;
    }
    const value: unknown = JSON.parse(item.text);
    if (!isObject(value)) return;
    if (this.#recovering && value["title"] === undefined && value["id"] === undefined) return;
    this.#recovering = false;
    // Exports of some programs wrap the list: `{"items": […]}`.
    const wrapped =
      value["title"] === undefined && Array.isArray(value["items"]) ? value["items"] : [value];
    for (const one of wrapped.filter(isObject)) {
      this.records.push(toRecord(one, this.#source, item.line, this.problems));
    }
  }

  reading(): Reading {
    return { records: this.records, problems: this.problems };
  }

  #report(item: JsonItem, fault: string): void {
    this.problems.push({
      code: "broken-item",
      severity: "error",
      source: this.#source,
      line: item.line,
      message: `the item that starts here is no JSON (${fault})`,
      hint: "export it again, or mend its quotes, commas and braces; the other items are read",
    });
  }
}

/** Reads CSL-JSON, an array or one item a line. One broken item costs one item. */
export function readCsl(text: string, source: string): Reading {
  const items = new JsonItems();
  const collector = new Collector(source);
  for (const item of items.push(text)) collector.add(item);
  for (const item of items.end()) collector.add(item);
  return collector.reading();
}

/** The same from a stream: one item at a time is in memory beside the records. */
export async function readCslStream(
  chunks: AsyncIterable<string>,
  source: string,
): Promise<Reading> {
  const items = new JsonItems();
  const collector = new Collector(source);
  for await (const chunk of chunks) for (const item of items.push(chunk)) collector.add(item);
  for (const item of items.end()) collector.add(item);
  return collector.reading();
}
