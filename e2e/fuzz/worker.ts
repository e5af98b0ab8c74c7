import { parentPort, workerData } from "node:worker_threads";
import { check } from "./check.ts";

/** Checks seed after seed; the one at work stands in shared memory, so that a hang is told by its number. */
const { first, end, shared } = workerData as {
  first: number;
  end: number;
  shared: SharedArrayBuffer;
};
const current = new Int32Array(shared);

let reported = Date.now();
for (let seed = first; Date.now() < end; seed += 1) {
  Atomics.store(current, 0, seed);
  let fault: string | undefined;
  try {
    fault = check(seed);
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  if (fault !== undefined) parentPort?.postMessage({ seed, fault });
  if (Date.now() - reported > 1000) {
    parentPort?.postMessage({ done: seed + 1 });
    reported = Date.now();
  }
}
parentPort?.postMessage({ done: Atomics.load(current, 0) + 1 });
