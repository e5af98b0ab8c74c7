import { detectFormat } from "../formats/detect.ts";
import type { ReadOptions } from "../formats/reader.ts";
import { readStream } from "../formats/reader.ts";
import type { Reading } from "../formats/record.ts";
import { READERS, isForeign, refuse } from "../formats/registry.ts";
import type { Problem } from "../paper/problem.ts";
import { UnreadableInput, readInput } from "./read-input.ts";

/** How much of an input is looked at to tell its format, in UTF-16 units: some begin with long comments. */
const HEAD = 32_768;

/** What came of one input. */
export interface SourceReading extends Reading {
  /** Whether it could not be opened at all. */
  isMissing: boolean;
}

/** Passes pieces on; a fault ends them and is remembered, so that what came before it counts. */
class Tolerant {
  fault: UnreadableInput | undefined;
  async *from(pieces: AsyncIterable<string>): AsyncGenerator<string> {
    try {
      yield* pieces;
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      this.fault = error;
    }
  }
}

async function gather(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

/** Reads a file, or standard input for `-`, whatever its format. */
export async function readSource(
  path: string,
  source: string,
  options: ReadOptions = {},
): Promise<SourceReading> {
  let encoding: Problem | undefined;
  const tolerant = new Tolerant();
  const pieces = tolerant.from(readInput(path, source, (problem) => (encoding = problem)));
  let head = "";
  while (head.length < HEAD) {
    const next = await pieces.next();
    if (next.done === true) break;
    head += next.value;
  }
  async function* whole() {
    yield head;
    yield* pieces;
  }
  const reading = await read(head, whole(), source, options);
  await pieces.return(undefined);
  const problems = [...reading.problems];
  // Of what is not read nobody wants to know how it is encoded.
  if (encoding && reading.records.length > 0) problems.push(encoding);
  if (tolerant.fault) problems.push(tolerant.fault.problem);
  else if (reading.records.length === 0 && !problems.some(({ severity }) => severity === "error"))
    problems.push(nothingIn(source));
  return { ...reading, problems, isMissing: tolerant.fault?.isMissing ?? false };
}

async function read(
  head: string,
  pieces: AsyncIterable<string>,
  source: string,
  options: ReadOptions,
): Promise<Reading> {
  const found = detectFormat(head);
  // Whoever names columns says that there are some.
  const format = options.columns && found === "listing" ? "table" : found;
  if (isForeign(format)) return { records: [], problems: [refuse(format, source)] };
  return readStream(READERS[format], pieces, source, options);
}

const nothingIn = (source: string): Problem => ({
  code: "no-records",
  severity: "warning",
  source,
  message: "there is no paper in it",
  hint: "look whether the file was saved or exported whole",
});

/** A facts file's whole text. */
export async function readWhole(path: string, source: string): Promise<string> {
  return gather(readInput(path, source, () => undefined));
}
