import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { Sheet } from "./desk.ts";

/** The thread that writes what one thread of the press draws. It says of each lot that it is done. */

const out = workerData as string;

parentPort?.on("message", (sheets: readonly Sheet[] | "end") => {
  if (sheets === "end") {
    parentPort?.close();
    return;
  }
  for (const { path, page } of sheets) {
    const folder = join(out, path);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.html"), page);
  }
  parentPort?.postMessage("done");
});
