import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { tarFile } from "../tar.ts";
import { digest } from "./measure-files.ts";

/** A file that was read. */
export interface Read {
  /** Below the site's folder. */
  path: string;
  /** SHA-256, hexadecimal. */
  digest: string;
  /** Its length. */
  bytes: number;
  /** Its blocks in an archive. */
  blocks: Uint8Array;
}

/** Files that a thread is given at once. */
const BATCH = 64;

/** Fewer files are read before a thread has begun. */
const THREADS_FROM = 5_000;

/** In memory of its own, that another thread can take over. */
function joined(blocks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return all;
}

/** Reads a file and makes its part of an archive. */
export function readSiteFile(dir: string, path: string): Read {
  const content = readFileSync(join(dir, path));
  return {
    path,
    digest: digest(content),
    bytes: content.length,
    blocks: joined(tarFile(path, content)),
  };
}

/** A thread that reads; what it is asked is answered in turn. */
function openReader(dir: string) {
  const thread = new Worker(join(import.meta.dirname, "read-thread.ts"), { workerData: dir });
  const asked: PromiseWithResolvers<Read[]>[] = [];
  thread.on("message", (read: Read[]) => asked.shift()?.resolve(read));
  thread.on("error", (error) => {
    for (const { reject } of asked.splice(0)) reject(error);
  });
  return {
    read(paths: readonly string[]): Promise<Read[]> {
      const answer = Promise.withResolvers<Read[]>();
      // Waited for in its turn: a failure before that is thrown then.
      answer.promise.catch(() => undefined);
      asked.push(answer);
      thread.postMessage(paths);
      return answer.promise;
    },
    close: () => thread.terminate(),
  };
}

/** Reads files in the order given, many of them on all cores. */
export async function* readFiles(
  dir: string,
  paths: readonly string[],
  threadsFrom = THREADS_FROM,
): AsyncGenerator<Read> {
  if (paths.length < threadsFrom) {
    for (const path of paths) yield readSiteFile(dir, path);
    return;
  }
  const readers = Array.from({ length: availableParallelism() }, () => openReader(dir));
  const begun: Promise<Read[]>[] = [];
  let next = 0;
  const begin = () => {
    const batch = paths.slice(next, next + BATCH);
    const reader = readers[(next / BATCH) % readers.length];
    next += BATCH;
    if (batch.length > 0 && reader) begun.push(reader.read(batch));
  };
  try {
    // Each thread has a batch that it reads and one that it reads next.
    for (let i = 0; i < 2 * readers.length; i += 1) begin();
    for (let first = begun.shift(); first; first = begun.shift()) {
      yield* await first;
      begin();
    }
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
}
