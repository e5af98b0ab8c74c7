import { renameSync, writeFileSync } from "node:fs";
import { workerData } from "node:worker_threads";
import type { Card } from "../cards.ts";
import { openStudio } from "./draw.ts";

/** Draws cards into files while the site is built. A file that is there is whole. */
export interface Task {
  card: Card;
  /** Absolute path of the picture. */
  path: string;
}

const draw = await openStudio();
for (const { card, path } of workerData as Task[]) {
  writeFileSync(`${path}.part`, await draw(card));
  renameSync(`${path}.part`, path);
}
