import type { Problem } from "../paper/problem.ts";
import { CONTROLS } from "./clean.ts";
import type { Reading, SourceRecord } from "./record.ts";
import { tidyRecord } from "./tidy.ts";

/** Whom a reader tells what it finds, as soon as it finds it. */
export interface Sink {
  record: (record: SourceRecord) => void;
  problem: (problem: Problem) => void;
}

/** Takes an input as it comes, in pieces of any size; what is open when it ends, `end` settles. */
export interface Reader {
  push: (chunk: string) => void;
  end: () => void;
}

/** What whoever imports may tell a reader about its input. */
export interface ReadOptions {
  /** Columns of a table, or fields of its JSON objects: Carrel's name to the input's. */
  columns?: ReadonlyMap<string, string>;
}

/** Opens a reader of one format. It throws at nothing that an input holds. */
export type OpenReader = (source: string, sink: Sink, options?: ReadOptions) => Reader;

/** Where the control characters of an input begin: they are taken out, which somebody should know. */
class ControlWatch {
  #line = 1;
  #found: { line: number; count: number } | undefined;
  #first = true;

  look(chunk: string): void {
    // A byte-order mark is none of the text.
    const text = this.#first ? chunk.replace(/^\uFEFF/u, "") : chunk;
    this.#first &&= chunk === "";
    for (const { index } of text.matchAll(CONTROLS)) {
      this.#found ??= { line: this.#line + countLines(text.slice(0, index)), count: 0 };
      this.#found.count += 1;
    }
    this.#line += countLines(text);
  }

  problem(source: string): Problem | undefined {
    if (!this.#found) return undefined;
    const { line, count } = this.#found;
    return {
      code: "control-characters",
      severity: "warning",
      source,
      line,
      message:
        count === 1
          ? "a control character on this line: it is taken out"
          : `${String(count)} control characters, the first on this line: they are taken out`,
      hint: "look whether the file was saved or copied whole",
    };
  }
}

/** How many line ends a text has. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Abstracts have two thousand characters; what is longer than this, in UTF-16 units, is records that ran together. */
const LONGEST_ABSTRACT = 110_000;
/** Signs of TeX and markup that no abstract has so many of: parsers take time in their square. */
const MARKS = /[\\{}$&<>[\]*_`^]/gu;
const MOST_MARKS = 5000;

function withoutFlood(record: SourceRecord, sink: Sink): SourceRecord {
  const { length } = record.abstract;
  if (length <= MOST_MARKS) return record;
  if (length <= LONGEST_ABSTRACT && (record.abstract.match(MARKS)?.length ?? 0) <= MOST_MARKS)
    return record;
  const { source, line, abstract } = record;
  sink.problem({
    code: "long-abstract",
    severity: "warning",
    source,
    line,
    message: `an abstract of ${String(abstract.length)} characters is none: it is left out`,
    hint: "look whether the record that starts here ends where it should",
  });
  return { ...record, abstract: "" };
}

/** A reader whose records are tidied on their way, and that tells of control characters. */
export function openTidy(
  open: OpenReader,
  source: string,
  sink: Sink,
  options: ReadOptions = {},
): Reader {
  const watch = new ControlWatch();
  const reader = open(
    source,
    { ...sink, record: (record) => sink.record(tidyRecord(withoutFlood(record, sink))) },
    options,
  );
  return {
    push: (chunk) => {
      watch.look(chunk);
      reader.push(chunk);
    },
    end: () => {
      reader.end();
      const problem = watch.problem(source);
      if (problem) sink.problem(problem);
    },
  };
}

/** Keeps what a reader tells. */
function gather(): { sink: Sink; reading: () => Reading } {
  const records: SourceRecord[] = [];
  const problems: Problem[] = [];
  return {
    sink: {
      record: (record) => void records.push(record),
      problem: (problem) => void problems.push(problem),
    },
    // A record that waited for others comes late: its place is where it stands.
    reading: () => ({ records: records.sort((a, b) => a.line - b.line), problems }),
  };
}

/** All that a reader makes of a text, records in the order of their lines. */
export function readWhole(
  open: OpenReader,
  text: string,
  source: string,
  options?: ReadOptions,
): Reading {
  const { sink, reading } = gather();
  const reader = openTidy(open, source, sink, options);
  reader.push(text);
  reader.end();
  return reading();
}

/** Tells a sink what a reader makes of a stream, as soon as it makes it: one record at a time is in memory. */
export async function feed(
  open: OpenReader,
  chunks: AsyncIterable<string>,
  source: string,
  sink: Sink,
  options?: ReadOptions,
): Promise<void> {
  const reader = openTidy(open, source, sink, options);
  for await (const chunk of chunks) reader.push(chunk);
  reader.end();
}

/** All that a reader makes of a stream, as `readWhole` has it. */
export async function readStream(
  open: OpenReader,
  chunks: AsyncIterable<string>,
  source: string,
  options?: ReadOptions,
): Promise<Reading> {
  const { sink, reading } = gather();
  await feed(open, chunks, source, sink, options);
  return reading();
}
