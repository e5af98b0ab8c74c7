import { Lines } from "../lines.ts";
import type { OpenReader, Reader, Sink } from "../reader.ts";
import type { TaggedRecord } from "./fields.ts";
import { continueValue, isKnownTag, readTag } from "./fields.ts";
import { toRecord } from "./record.ts";

/** Reads the lines of RIS: `TY` begins a record, `ER` ends it, and either may be missing. */
class RisReader implements Reader {
  readonly #source: string;
  readonly #sink: Sink;
  readonly #lines = new Lines((line, number) => {
    this.#take(line, number);
  });
  #open: TaggedRecord | undefined;
  #isAfterBlank = false;
  /** The line of the first record without a type: a program leaves it out everywhere. */
  #untyped: number | undefined;

  constructor(source: string, sink: Sink) {
    this.#source = source;
    this.#sink = sink;
  }

  push(chunk: string): void {
    this.#lines.push(chunk);
  }

  end(): void {
    this.#lines.end();
    if (this.#open) this.#close("the file ends");
  }

  #take(line: string, number: number): void {
    if (line.trim() === "") {
      this.#isAfterBlank = true;
      return;
    }
    const found = readTag(line);
    const isAfterBlank = this.#isAfterBlank;
    this.#isAfterBlank = false;
    if (found?.tag === "TY") {
      if (this.#open) this.#close("another begins");
      this.#open = { line: number, fields: [found] };
    } else if (found?.tag === "ER") {
      if (this.#open) this.#give(this.#open);
      this.#open = undefined;
    } else if (found) {
      // Some programs leave TY out, or put other tags before it.
      if (!this.#open) {
        if (!isKnownTag(found.tag)) return;
        if (this.#untyped === undefined)
          this.#warn(
            "missing-type",
            number,
            "records begin without TY, the first on this line: they are read as articles",
            "put TY  - JOUR before each, if that is not what they are",
          );
        this.#untyped ??= number;
        this.#open = { line: number, fields: [] };
      }
      this.#open.fields.push(found);
    } else if (this.#open) continueValue(this.#open, line, isAfterBlank);
  }

  #close(why: string): void {
    const record = this.#open;
    this.#open = undefined;
    if (!record) return;
    if (
      why === "the file ends" &&
      !record.fields.some(({ tag }) => /^(?:TI|T1|CT|BT)$/u.test(tag))
    ) {
      this.#sink.problem({
        code: "broken-record",
        severity: "error",
        source: this.#source,
        line: record.line,
        message: "the record that starts here is cut off before its title",
        hint: "export it again; the others are read",
      });
      return;
    }
    this.#warn(
      "unclosed-record",
      record.line,
      `the record that starts here has no ER: ${why}`,
      "put ER  - after it",
    );
    this.#give(record);
  }

  #give(record: TaggedRecord): void {
    this.#sink.record(toRecord(record, this.#source, this.#sink));
  }

  #warn(code: string, line: number, message: string, hint: string): void {
    this.#sink.problem({ code, severity: "warning", source: this.#source, line, message, hint });
  }
}

/** Reads RIS in every common dialect. One broken record costs one record. */
export const openRis: OpenReader = (source, sink) => new RisReader(source, sink);
