import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { encodingOf, isGzip } from "../formats/detect.ts";
import type { Problem } from "../paper/problem.ts";

/** An input that could not be read to its end: `missing` where it could not be opened at all. */
export class UnreadableInput extends Error {
  override readonly name = "UnreadableInput";
  readonly problem: Problem;
  readonly isMissing: boolean;
  constructor(problem: Problem, isMissing: boolean) {
    super(problem.message);
    this.problem = problem;
    this.isMissing = isMissing;
  }
}

/** The first bytes decide on compression: they are read, then given back before the rest. */
async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]();
  let head = new Uint8Array();
  while (head.length < 2) {
    const next = await pieces.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* whole() {
    yield head;
    for (;;) {
      const next = await pieces.next();
      if (next.done === true) return;
      yield next.value;
    }
  }
  if (!isGzip(head)) {
    yield* whole();
    return;
  }
  const gunzip = createGunzip();
  const feeding = (async () => {
    for await (const piece of whole())
      if (!gunzip.write(piece)) await new Promise((done) => gunzip.once("drain", done));
    gunzip.end();
  })();
  feeding.catch((error: unknown) => gunzip.destroy(error instanceof Error ? error : undefined));
  yield* gunzip as AsyncIterable<Uint8Array>;
  await feeding;
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(encodingOf(piece));
    yield decoder.decode(piece, { stream: true });
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

/**
 * An input's text, piece by piece: a file, or standard input for `-`; unpacked where it is gzip, decoded
 * by its byte-order mark. Throws `UnreadableInput` where it ends too early; what came before has been given.
 */
export async function* readInput(path: string, source: string): AsyncGenerator<string> {
  const bytes: AsyncIterable<Uint8Array> = path === "-" ? process.stdin : createReadStream(path);
  try {
    yield* decoded(unzipped(bytes));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const isMissing = /^(?:ENOENT|EACCES|EISDIR|EPERM|ENOTDIR)$/u.test(code);
    throw new UnreadableInput(
      {
        code: isMissing ? "unreadable-file" : "broken-file",
        severity: "error",
        source,
        message: isMissing ? `cannot be read (${code})` : `cannot be unpacked to its end (${code})`,
        hint: isMissing
          ? "check the path: it is taken from where the command is called"
          : "fetch or export the file again; what came before the fault is read",
      },
      isMissing,
    );
  }
}
