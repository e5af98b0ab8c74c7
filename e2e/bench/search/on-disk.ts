import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createEngine } from "../../../src/search/engine/index.ts";
import type { Engine } from "../../../src/search/types.ts";

/** The real engine over the index of a built site, with a count of what it would have fetched. */
export function openOnDisk(out: string): { engine: Engine; bytes: () => number; files: () => number } {
  let bytes = 0;
  let files = 0;
  const engine = createEngine({
    base: "/",
    load: async (path) => {
      const file = await readFile(join(out, "search", path));
      bytes += file.length;
      files += 1;
      return file;
    },
  });
  return { engine, bytes: () => bytes, files: () => files };
}
