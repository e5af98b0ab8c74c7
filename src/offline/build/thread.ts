import { parentPort, workerData } from "node:worker_threads";
import { writeEdition } from "./write-edition.ts";

/** The thread that packs a large site for offline reading. */

/** What it is given. */
export interface Order {
  /** Absolute: the site's folder. */
  out: string;
  options: Parameters<typeof writeEdition>[1];
}

const { out, options } = workerData as Order;
parentPort?.postMessage(await writeEdition(out, options));
