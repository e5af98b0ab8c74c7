import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { Decoder, ENOUGH, isGzip } from "../formats/encoding.ts";
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

/** The same bytes, the first piece with at least so many of them, where there are. */
async function* withHead(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const piece of bytes) {
    if (head === undefined) yield piece;
    else {
      head = head.length === 0 ? piece : Buffer.concat([head, piece]);
      if (head.length < size) continue;
      yield head;
      head = undefined;
    }
  }
  if (head !== undefined) yield head;
}

/** The first bytes decide on compression. */
async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = withHead(bytes, 2);
  const first = await pieces.next();
  const head = first.done === true ? new Uint8Array() : first.value;
  async function* whole() {
    yield head;
    yield* pieces;
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

async function* counted(bytes: AsyncIterable<Uint8Array>, onBytes: (count: number) => void) {
  for await (const piece of bytes) {
    onBytes(piece.length);
    yield piece;
  }
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  decoder: Decoder,
): AsyncGenerator<string> {
  let fault: Error | undefined;
  try {
    for await (const piece of withHead(bytes, ENOUGH)) yield decoder.decode(piece);
  } catch (error) {
    fault = error instanceof Error ? error : new Error(String(error));
  }
  yield decoder.end();
  if (fault !== undefined) throw fault;
}

/**
 * An input's text, piece by piece: a file, or standard input for `-`; unpacked where it is gzip, decoded;
 * `tell` hears of an encoding that had to be guessed. Throws `UnreadableInput` where it ends too early;
 * what came before has been given.
 */
export async function* readInput(
  path: string,
  source: string,
  tell: (problem: Problem) => void,
  onBytes?: (count: number) => void,
): AsyncGenerator<string> {
  const decoder = new Decoder(source);
  const raw: AsyncIterable<Uint8Array> = path === "-" ? process.stdin : createReadStream(path);
  const bytes = onBytes ? counted(raw, onBytes) : raw;
  try {
    yield* decoded(unzipped(bytes), decoder);
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
  } finally {
    const problem = decoder.problem();
    if (problem) tell(problem);
  }
}
