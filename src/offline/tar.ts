/** Tape archives (POSIX.1-2001 `ustar`, with `pax` headers for long names): what the pack is made of. */

/** Bytes of a block: files begin at one, their headers too. */
export const BLOCK = 512;
const utf8 = new TextEncoder();

/** What is the same in every header: owner, time and rights, so that the same files give the same bytes. */
const HEADER = new Uint8Array(BLOCK);
for (const [at, field] of [
  [100, "0000644\0"],
  [108, "0000000\0"],
  [116, "0000000\0"],
  [136, "00000000000\0"],
  // The sum of all bytes, while it is counted.
  [148, "        "],
  [257, "ustar\u000000"],
] as const)
  HEADER.set(utf8.encode(field), at);

function header(name: Uint8Array, size: number, type: "0" | "x"): Uint8Array {
  const block = HEADER.slice();
  const put = (at: number, text: string) => {
    for (let i = 0; i < text.length; i += 1) block[at + i] = text.charCodeAt(i);
  };
  block.set(name);
  put(124, `${size.toString(8).padStart(11, "0")}\0`);
  put(156, type);
  let sum = 0;
  // Counted by hand: a site has a hundred thousand headers.
  for (let i = 0; i < BLOCK; i += 1) sum += block[i] ?? 0;
  put(148, `${sum.toString(8).padStart(6, "0")}\0 `);
  return block;
}

const padding = (size: number) => new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK);

/** A `pax` record's length counts its own digits. */
function paxRecord(path: string): Uint8Array {
  const rest = utf8.encode(` path=${path}\n`).length;
  let length = rest + String(rest).length;
  if (String(length).length !== String(rest).length) length = rest + String(length).length;
  return utf8.encode(`${String(length)} path=${path}\n`);
}

/** The blocks of a file in an archive. */
export function tarFile(path: string, content: Uint8Array): Uint8Array[] {
  const name = utf8.encode(path);
  const long = name.length > 100;
  const blocks: Uint8Array[] = [];
  if (long) {
    const record = paxRecord(path);
    blocks.push(
      header(utf8.encode("long-name"), record.length, "x"),
      record,
      padding(record.length),
    );
  }
  blocks.push(header(name.subarray(0, 100), content.length, "0"), content, padding(content.length));
  return blocks;
}

/** Bytes that a file takes in an archive, and how many of them come before its own. */
export function tarSpan(path: string, size: number): { before: number; all: number } {
  const length = utf8.encode(path).length;
  const record = length > 100 ? paxRecord(path).length : 0;
  const before = BLOCK + (record > 0 ? BLOCK + Math.ceil(record / BLOCK) * BLOCK : 0);
  return { before, all: before + Math.ceil(size / BLOCK) * BLOCK };
}

/** What ends an archive: at the end of the whole, not of its parts. */
export const TAR_END = new Uint8Array(2 * BLOCK);

const decoder = new TextDecoder();
const textAt = (bytes: Uint8Array, at: number, length: number) =>
  decoder.decode(bytes.subarray(at, at + length)).replace(/\0.*$/su, "");

/** Files of an archive, in order; their content is a view of `bytes`. Throws where it is cut short. */
export function* readTar(bytes: Uint8Array): Generator<{ path: string; content: Uint8Array }> {
  let long: string | undefined;
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
    const size = Number.parseInt(textAt(bytes, at + 124, 12), 8);
    const from = at + BLOCK;
    if (!Number.isInteger(size) || from + size > bytes.length)
      throw new Error("The archive is cut short.");
    const content = bytes.subarray(from, from + size);
    if (textAt(bytes, at + 156, 1) === "x") {
      long = /^\d+ path=(.*)\n/u.exec(decoder.decode(content))?.[1];
    } else {
      yield { path: long ?? textAt(bytes, at, 100), content };
      long = undefined;
    }
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
}
