import { isDeepStrictEqual } from "node:util";
import { detectFormat } from "../../src/formats/detect.ts";
import { Decoder } from "../../src/formats/encoding.ts";
import { openTidy } from "../../src/formats/reader.ts";
import type { Reading } from "../../src/formats/record.ts";
import { READERS, isForeign } from "../../src/formats/registry.ts";
import { makeDraft } from "../../src/importer/draft.ts";
import type { Format } from "../../src/formats/detect.ts";
import { CANARY, Dice, makeInput } from "./inputs.ts";

/** A record that takes longer is a hang: of the processor's time, in milliseconds. */
const LONGEST = 1000;

function read(format: Format, pieces: readonly string[]): Reading {
  const reading: Reading = { records: [], problems: [] };
  const reader = openTidy(READERS[format], "fuzz", {
    record: (record) => void reading.records.push(record),
    problem: (problem) => void reading.problems.push(problem),
  });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return reading;
}

function cut(text: string, dice: Dice): string[] {
  const pieces: string[] = [];
  const size = Math.max(1, Math.ceil(text.length / (1 + dice.roll(50))));
  for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
  return pieces;
}

/** What is wrong with how the input of a seed is read; undefined where nothing is. Throws what the readers throw. */
export function check(seed: number): string | undefined {
  const bytes = makeInput(seed);
  const dice = new Dice(seed ^ 0x5bd1e995);
  const start = process.threadCpuUsage();
  const decoder = new Decoder("fuzz");
  const text = decoder.decode(bytes) + decoder.end();
  const found = detectFormat(text.slice(0, 32_768));
  const formats = Object.keys(READERS) as Format[];
  // As it is told, and now and then as another reader would take it.
  const format = isForeign(found) || dice.roll(4) === 0 ? dice.pick(formats) : found;
  const whole = read(format, [text]);
  for (const record of whole.records) makeDraft(record);
  const { user, system } = process.threadCpuUsage(start);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > LONGEST * Math.max(1, whole.records.length))
    return `${format}: ${String(Math.round(milliseconds))} ms for ${String(whole.records.length)} records`;
  if (!isDeepStrictEqual(read(format, cut(text, dice)), whole))
    return `${format}: a stream gives something else than the whole`;
  if (whole.records.some(({ line }) => line < 1)) return `${format}: a record without a line`;
  if (CANARY in globalThis) return `${format}: something in it ran`;
  return undefined;
}
