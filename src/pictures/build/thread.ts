import { renameSync, writeFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import type { Card } from "../cards.ts";
import { openStudio } from "./draw.ts";

/** Draws cards into files while the site is built, and says how many. A file that is there is whole. */
export interface Task {
  card: Card;
  /** Absolute path of the picture. */
  path: string;
}

const draw = await openStudio();
const tasks = workerData as Task[];
for (const { card, path } of tasks) {
  writeFileSync(`${path}.part`, await draw(card));
  renameSync(`${path}.part`, path);
}
parentPort?.postMessage(tasks.length);
