import type { Part } from "../edition.ts";
import { digestOf } from "./bytes.ts";
import { Damaged } from "./damaged.ts";

/** Milliseconds without a byte after which a transfer counts as broken. */
const STALLED = 20_000;

/** Rejects when `work` takes longer than a network that still works. */
export async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Nothing arrives any more.")), STALLED);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Throws where bytes are not the part that they stand for. */
export async function checkPart(bytes: Uint8Array, [digest]: Part): Promise<Uint8Array> {
  if (!(await digestOf(bytes)).startsWith(digest)) throw new Damaged(`Part ${digest} is another.`);
  return bytes;
}

/**
 * Reads the parts of a pack out of one streamed answer: no more than a part is in memory. Throws at the
 * first that is not what it should be.
 */
export async function* readPack(
  url: string,
  parts: readonly Part[],
  signal: AbortSignal,
): AsyncGenerator<{ part: Part; bytes: Uint8Array }> {
  const response = await withPatience(fetch(url, { signal, cache: "no-store" }));
  const reader = response.body?.getReader();
  try {
    if (!reader || !response.ok) throw new Error(`${url}: ${String(response.status)}`);
    let rest: Uint8Array = new Uint8Array(0);
    for (const part of parts) {
      const bytes = new Uint8Array(part[1]);
      for (let filled = 0; filled < bytes.length;) {
        if (rest.length === 0) {
          const next = await withPatience(reader.read());
          if (next.done) throw new Damaged(`${url} is cut short.`);
          rest = next.value;
        }
        const piece = rest.subarray(0, bytes.length - filled);
        bytes.set(piece, filled);
        filled += piece.length;
        rest = rest.subarray(piece.length);
      }
      yield { part, bytes: await checkPart(bytes, part) };
    }
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}
