import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { SystemFault } from "../command/system-fault.ts";
import { systemFault } from "../command/system-fault.ts";
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

/** Why an input cannot be read, or not to its end, and what to do about it. */
function unreadable(path: string, source: string, error: unknown): UnreadableInput {
  const fault = systemFault(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (!fault) {
    const message = `cannot be unpacked to its end (${code})`;
    const hint = "fetch or export the file again; what came before the fault is read";
    return new UnreadableInput(
      { ...{ code: "broken-file", severity: "error" }, source, message, hint },
      false,
    );
  }
  const [message, hint] = adviceOn(path, source, fault);
  return new UnreadableInput(
    { ...{ code: "unreadable-file", severity: "error" }, source, message, hint },
    true,
  );
}

/** What people give for a file that is none, each with its way out. */
function adviceOn(path: string, source: string, { code, words, hint }: SystemFault) {
  if (/^[a-z]{2,}:\/\//iu.test(source))
    return [
      "is a web address, and the import reads files",
      `fetch it first: curl -fL '${source.replaceAll("'", "%27")}' -o FILE`,
    ] as const;
  if (code === "ENOENT")
    return [
      `there is no such file: ${path}`,
      /[*?]/u.test(source)
        ? "no file's name is like that"
        : "check the name: it is taken from where the command is called",
    ] as const;
  if (code === "EISDIR")
    return ["is a folder", `name the files in it: ${source.replace(/\/+$/u, "")}/*`] as const;
  return [`cannot be read: ${words}`, hint] as const;
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
    throw unreadable(path, source, error);
  } finally {
    const problem = decoder.problem();
    if (problem) tell(problem);
  }
}
