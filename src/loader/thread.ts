import { parentPort } from "node:worker_threads";
import { site } from "../site.ts";
import { readPaperEntry } from "./read-entry.ts";
import type { Batch, Done } from "./read-many.ts";

/** A thread that reads entries, a batch at a time, until it is told that there are no more. */
parentPort?.on("message", ({ from, entries }: Batch) => {
  const done: Done = {
    from,
    read: entries.map(({ source, file }) => readPaperEntry(source, file, site.urls)),
  };
  parentPort?.postMessage(done);
});
