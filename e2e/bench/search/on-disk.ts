import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createEngine } from "../../../src/search/engine/index.ts";
import type { Load } from "../../../src/search/engine/open-index.ts";
import type { Engine } from "../../../src/search/types.ts";

/** Reads files of the index of a built site. */
export const readOnDisk =
  (out: string): Load =>
  (path) =>
    readFile(join(out, "search", path));

/** The real engine over the index of a built site, with a count of what it would have fetched. */
export function openOnDisk(out: string): {
  engine: Engine;
  bytes: () => number;
  files: () => number;
} {
  const read = readOnDisk(out);
  let bytes = 0;
  let files = 0;
  const engine = createEngine({
    base: "/",
    load: async (path) => {
      const file = await read(path);
      bytes += file.length;
      files += 1;
      return file;
    },
  });
  return { engine, bytes: () => bytes, files: () => files };
}
