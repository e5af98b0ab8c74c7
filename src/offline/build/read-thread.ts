import { parentPort, workerData } from "node:worker_threads";
import { readSiteFile } from "./read-files.ts";

/** A thread that reads files of a site: it is sent their paths, and sends back what they are. */

parentPort?.on("message", (paths: string[]) => {
  const read = paths.map((path) => readSiteFile(workerData as string, path));
  parentPort?.postMessage(
    read,
    read.map(({ blocks }) => blocks.buffer as ArrayBuffer),
  );
});
