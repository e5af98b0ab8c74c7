import { openAcl } from "../formats/acl/read.ts";
import { openArxiv } from "../formats/arxiv/read.ts";
import { readBibtexStream } from "../formats/bibtex/read.ts";
import { readCslStream } from "../formats/csl/read.ts";
import type { Format } from "../formats/detect.ts";
import { detectFormat } from "../formats/detect.ts";
import { openEndnote } from "../formats/endnote/read.ts";
import { readListing } from "../formats/listing/read.ts";
import { openPubmed } from "../formats/pubmed/read.ts";
import type { OpenReader } from "../formats/reader.ts";
import { readStream } from "../formats/reader.ts";
import type { Reading } from "../formats/record.ts";
import { openRis } from "../formats/ris/read.ts";
import type { Problem } from "../paper/problem.ts";
import { UnreadableInput, readInput } from "./read-input.ts";

/** How much of an input is looked at to tell its format, in UTF-16 units: some begin with long comments. */
const HEAD = 32_768;

const NAMES: Readonly<Record<Format, string>> = {
  listing: "a listing",
  csl: "CSL-JSON",
  bibtex: "BibTeX",
  ris: "RIS",
  arxiv: "an answer of arXiv",
  endnote: "EndNote's XML",
  acl: "the ACL Anthology's XML",
  pubmed: "PubMed's XML",
  xml: "XML",
};

/** Formats that are read while they come in. */
const OPEN: Readonly<Partial<Record<Format, OpenReader>>> = {
  ris: openRis,
  arxiv: openArxiv,
  endnote: openEndnote,
  acl: openAcl,
  pubmed: openPubmed,
};

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
export async function readSource(path: string, source: string): Promise<SourceReading> {
  const tolerant = new Tolerant();
  const pieces = tolerant.from(readInput(path, source));
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
  const reading = await read(detectFormat(head), whole(), source);
  const problems = [...reading.problems];
  if (tolerant.fault) problems.push(tolerant.fault.problem);
  else if (reading.records.length === 0 && !problems.some(({ severity }) => severity === "error"))
    problems.push(nothingIn(source));
  return { ...reading, problems, isMissing: tolerant.fault?.isMissing ?? false };
}

async function read(
  format: Format,
  pieces: AsyncIterable<string>,
  source: string,
): Promise<Reading> {
  if (format === "csl") return readCslStream(pieces, source);
  if (format === "bibtex") return readBibtexStream(pieces, source);
  if (format === "listing") return readListing(await gather(pieces), source);
  const open = OPEN[format];
  if (open) return readStream(open, pieces, source);
  const message = `is ${NAMES[format]}, which cannot be imported yet`;
  const hint = "export CSL-JSON from the program that made it: every reference manager has it";
  return {
    records: [],
    problems: [{ code: "unsupported-format", severity: "error", source, line: 1, message, hint }],
  };
}

const nothingIn = (source: string): Problem => ({
  code: "no-records",
  severity: "warning",
  source,
  message: "there is no paper in it",
  hint: "a listing has titles and abstracts on lines of their own; CSL-JSON is a list of objects",
});

/** A facts file's whole text. */
export async function readWhole(path: string, source: string): Promise<string> {
  return gather(readInput(path, source));
}
