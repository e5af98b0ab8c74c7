import { cleanLine } from "../formats/clean.ts";
import type { SourceRecord } from "../formats/record.ts";
import type { Problem } from "../paper/problem.ts";

/** More names than this no source has: of a broken one the others are only counted. */
const MOST = 200;
const LONGEST_NAME = 40;

/** Counts what the fields of an input say that no entry has a place for. */
export class Unplaced {
  readonly #counts = new Map<string, number>();
  #others = 0;
  #line: number | undefined;

  /** A record without its names of such fields, which are counted. */
  take({ unplaced, ...record }: SourceRecord): SourceRecord {
    if (unplaced === undefined) return record;
    this.#line = Math.min(this.#line ?? Infinity, record.line);
    for (const name of new Set(unplaced)) {
      const count = this.#counts.get(name) ?? 0;
      if (count > 0 || this.#counts.size < MOST) this.#counts.set(name, count + 1);
      else this.#others += 1;
    }
    return record;
  }

  /** All of it in one note, the most frequent first; undefined where every field has a place. */
  problem(source: string): Problem | undefined {
    if (this.#line === undefined) return undefined;
    const names = [...this.#counts]
      .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
      .map(([name, count]) => `${cleanLine(name).slice(0, LONGEST_NAME)} (${String(count)})`);
    if (this.#others > 0) names.push(`others (${String(this.#others)})`);
    return {
      code: "unplaced-fields",
      severity: "note",
      source,
      line: this.#line,
      message: `fields that an entry has no place for, and in how many records: ${names.join(", ")}`,
      hint: "keep the file, if you need them: they are in it alone",
    };
  }
}
