import type { Entry, Member } from "../edition.ts";
import { readTar } from "../tar.ts";

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** SHA-256 in hexadecimal. */
export const digestOf = async (bytes: Uint8Array) =>
  hex(await crypto.subtle.digest("SHA-256", bytes as BufferSource));

/** What arrived is not what was promised: a transfer cut short, a page in its place, another edition's file. */
export class Damaged extends Error {}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream();
  const plain = stream.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

/**
 * Reads members of a pack one after the other out of one streamed answer. Asks for a range where it
 * begins in the middle or leaves some out; where the server sends the whole in spite of that, it skips.
 */
export function openPack(url: string, signal: AbortSignal) {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let position = 0;
  let rest: Uint8Array = new Uint8Array(0);

  async function open(at: number): Promise<void> {
    await reader?.cancel();
    const response = await fetch(url, {
      signal,
      cache: "no-store",
      ...(at > 0 ? { headers: { range: `bytes=${String(at)}-` } } : {}),
    });
    if (!response.ok || !response.body) throw new Error(`${url}: ${String(response.status)}`);
    reader = response.body.getReader();
    position = response.status === 206 ? at : 0;
    rest = new Uint8Array(0);
  }

  /** The next `size` bytes of the answer. */
  async function take(size: number): Promise<Uint8Array> {
    const out = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      if (rest.length === 0) {
        const next = await reader?.read();
        if (!next || next.done) throw new Damaged("The pack is cut short.");
        rest = next.value;
      }
      const part = rest.subarray(0, size - filled);
      out.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
    position += size;
    return out;
  }

  return {
    /** Files of a member, checked against its digest. */
    async read(member: Member): Promise<Map<string, Uint8Array>> {
      if (!reader || position !== member.at) await open(member.at);
      if (position < member.at) await take(member.at - position);
      const packed = await take(member.size);
      if ((await digestOf(packed)) !== member.digest) throw new Damaged("The pack is damaged.");
      const files = readTar(await gunzip(packed));
      return new Map(Array.from(files, ({ path, content }) => [path, content]));
    },
    close: () => reader?.cancel(),
  };
}

/** One file of the site, checked against its digest. */
export async function fetchFile(
  scope: string,
  [path, digest]: Entry,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const address = path.replace(/(^|\/)index\.html$/u, "$1");
  const url = new URL(address.split("/").map(encodeURIComponent).join("/"), scope);
  const response = await fetch(url, { signal, cache: "no-cache" });
  if (!response.ok && path !== "404.html") throw new Error(`${path}: ${String(response.status)}`);
  const content = new Uint8Array(await response.arrayBuffer());
  if (!(await digestOf(content)).startsWith(digest)) throw new Damaged(`${path} is another one.`);
  return content;
}
