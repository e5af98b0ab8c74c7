import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Problem } from "../paper/problem.ts";
import { site } from "../site.ts";
import type { PaperEntry } from "./read-entry.ts";
import { readPaperEntry } from "./read-entry.ts";

/** An entry to be read. */
export interface Unread {
  source: string;
  /** Its file, for problems. */
  file: string;
}

/** What a thread is given at once. */
export interface Batch {
  /** Place of its first entry among all. */
  from: number;
  entries: Unread[];
}

/** What it gives back. */
export interface Done {
  from: number;
  read: (PaperEntry | Problem[])[];
}

const BATCH = 100;

/** Fewer than these are read before a thread has begun. */
const THREADS_FROM = 1500;

/** Reads entries in the order given, many of them on all cores: half a millisecond each. */
export async function readMany(
  entries: readonly Unread[],
  threadsFrom = THREADS_FROM,
): Promise<(PaperEntry | Problem[])[]> {
  if (entries.length < threadsFrom)
    return entries.map(({ source, file }) => readPaperEntry(source, file, site.urls));
  const all: (PaperEntry | Problem[])[] = [];
  let next = 0;
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(join(site.projectDir, "src/loader/thread.ts"));
      const give = () => {
        if (next >= entries.length) return false;
        const batch: Batch = { from: next, entries: entries.slice(next, next + BATCH) };
        next += BATCH;
        worker.postMessage(batch);
        return true;
      };
      let under = [give(), give()].filter(Boolean).length;
      worker.on("message", ({ from, read }: Done) => {
        for (const [i, entry] of read.entries()) all[from + i] = entry;
        if (give()) return;
        under -= 1;
        if (under === 0) void worker.terminate();
      });
      worker.once("error", reject);
      worker.once("exit", () => {
        if (under === 0) resolve();
        else reject(new Error("Loader: a thread that reads entries ended before it was done."));
      });
      if (under === 0) void worker.terminate();
    });
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work));
  return all;
}
