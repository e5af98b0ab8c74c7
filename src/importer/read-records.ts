import { stat } from "node:fs/promises";
import { joinFacts, readFacts } from "../formats/metadata/read.ts";
import type { ReadOptions, Sink } from "../formats/reader.ts";
import type { Problem } from "../paper/problem.ts";
import type { Watch } from "./progress.ts";
import { UNWATCHED } from "./progress.ts";
import { UnreadableInput } from "./read-input.ts";
import { readSource, readWhole } from "./read-source.ts";
import { RecordList } from "./record-list.ts";

/** A file to read, and how it is called in reports. The path is absolute, or `-` for standard input. */
export interface Input {
  path: string;
  name: string;
}

/** Every record of all inputs, with what could not be read. */
export interface Records {
  records: RecordList;
  problems: Problem[];
  /** Whether an input could not be opened at all. */
  isMissingInput: boolean;
}

/** How many bytes there are to read; none where nobody knows it beforehand. */
async function sizeOf(inputs: readonly Input[]): Promise<number> {
  const sizes = await Promise.all(
    inputs.map(async ({ path }) =>
      path === "-"
        ? undefined
        : stat(path).then(
            ({ size }) => size,
            () => 0,
          ),
    ),
  );
  return sizes.includes(undefined) ? 0 : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

/** Reads all inputs in their order, and joins facts to their records. */
export async function readRecords(
  inputs: readonly Input[],
  metadata?: Input,
  options?: ReadOptions,
  watch: Watch = UNWATCHED,
): Promise<Records> {
  const problems: Problem[] = [];
  let records = new RecordList();
  let isMissingInput = false;
  watch.begin("reading", await sizeOf(inputs), "bytes");
  for (const { path, name } of inputs) {
    const sink: Sink = {
      record: (record) => {
        records.add(record);
      },
      problem: (problem) => void problems.push(problem),
    };
    isMissingInput =
      (await readSource(path, name, sink, options, (bytes) => {
        watch.advance(bytes);
      })) || isMissingInput;
    records.endInput();
  }
  if (metadata) {
    const { path, name } = metadata;
    try {
      const read = readFacts(await readWhole(path, name), name);
      const joined = joinFacts(records, read.facts, name);
      records = RecordList.of(joined.records);
      problems.push(...read.problems, ...joined.problems);
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      problems.push(error.problem);
      isMissingInput ||= error.isMissing;
    }
  }
  return { records, problems, isMissingInput };
}
