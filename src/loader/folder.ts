import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Files of a folder that end so, sorted, so that every machine reads them in one order; none where there is no folder. */
export async function listFiles(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  return names.filter((name) => name.endsWith(ending) && !name.startsWith(".")).sort();
}

/** How many files are read at once: enough to keep the disk busy, few enough for any limit on open files. */
const AT_ONCE = 64;

/** Reads many files of a folder, a batch at a time, in order. */
export async function* readFiles(
  folder: string,
  names: readonly string[],
): AsyncGenerator<{ name: string; path: string; source: string }> {
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const batch = names.slice(start, start + AT_ONCE).map(async (name) => {
      const path = join(folder, name);
      return { name, path, source: await readFile(path, "utf8") };
    });
    yield* await Promise.all(batch);
  }
}
