import { joinFacts, readFacts } from "../formats/metadata/read.ts";
import type { ReadOptions } from "../formats/reader.ts";
import type { SourceRecord } from "../formats/record.ts";
import type { Problem } from "../paper/problem.ts";
import { UnreadableInput } from "./read-input.ts";
import { readSource, readWhole } from "./read-source.ts";

/** A file to read, and how it is called in reports. The path is absolute, or `-` for standard input. */
export interface Input {
  path: string;
  name: string;
}

/** Every record of all inputs, with what could not be read. */
export interface Records {
  records: SourceRecord[];
  problems: Problem[];
  /** Whether an input could not be opened at all. */
  isMissingInput: boolean;
}

/** Reads all inputs in their order, and joins facts to their records. */
export async function readRecords(
  inputs: readonly Input[],
  metadata?: Input,
  options?: ReadOptions,
): Promise<Records> {
  const problems: Problem[] = [];
  let records: SourceRecord[] = [];
  let isMissingInput = false;
  for (const { path, name } of inputs) {
    const reading = await readSource(path, name, options);
    for (const record of reading.records) records.push(record);
    for (const problem of reading.problems) problems.push(problem);
    isMissingInput ||= reading.isMissing;
  }
  if (metadata) {
    const { path, name } = metadata;
    try {
      const read = readFacts(await readWhole(path, name), name);
      const joined = joinFacts(records, read.facts, name);
      records = joined.records;
      problems.push(...read.problems, ...joined.problems);
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      problems.push(error.problem);
      isMissingInput ||= error.isMissing;
    }
  }
  return { records, problems, isMissingInput };
}
