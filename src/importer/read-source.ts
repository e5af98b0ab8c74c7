import { detectFormat } from "../formats/detect.ts";
import type { ReadOptions } from "../formats/reader.ts";
import type { Sink } from "../formats/reader.ts";
import { feed } from "../formats/reader.ts";
import { READERS, isForeign, refuse } from "../formats/registry.ts";
import type { Problem } from "../paper/problem.ts";
import { UnreadableInput, readInput } from "./read-input.ts";
import { Unplaced } from "./unplaced.ts";

/** How much of an input is looked at to tell its format, in UTF-16 units: some begin with long comments. */
const HEAD = 32_768;

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

/**
 * Reads a file, or standard input for `-`, whatever its format, and tells the sink what is in it.
 * Answers whether it could not be opened at all; `onBytes` hears of what comes, still packed.
 */
export async function readSource(
  path: string,
  source: string,
  sink: Sink,
  options: ReadOptions = {},
  onBytes?: (count: number) => void,
): Promise<boolean> {
  let encoding: Problem | undefined;
  const met = { record: false, error: false };
  const unplaced = new Unplaced();
  const watched: Sink = {
    record: (record) => {
      met.record = true;
      sink.record(unplaced.take(record));
    },
    problem: (problem) => {
      met.error ||= problem.severity === "error";
      sink.problem(problem);
    },
  };
  const tolerant = new Tolerant();
  const pieces = tolerant.from(readInput(path, source, (problem) => (encoding = problem), onBytes));
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
  await read(head, whole(), source, watched, options);
  await pieces.return(undefined);
  // Of what is not read nobody wants to know how it is encoded.
  if (encoding && met.record) sink.problem(encoding);
  const left = unplaced.problem(source);
  if (left) sink.problem(left);
  if (tolerant.fault) sink.problem(tolerant.fault.problem);
  else if (!met.record && !met.error) sink.problem(nothingIn(source));
  return tolerant.fault?.isMissing ?? false;
}

async function read(
  head: string,
  pieces: AsyncIterable<string>,
  source: string,
  sink: Sink,
  options: ReadOptions,
): Promise<void> {
  const found = detectFormat(head);
  // Whoever names columns says that there are some.
  const format = options.columns && found === "listing" ? "table" : found;
  if (isForeign(format)) sink.problem(refuse(format, source));
  else await feed(READERS[format], pieces, source, sink, options);
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
