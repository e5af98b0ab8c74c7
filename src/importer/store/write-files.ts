import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Marks what an import that was killed has left behind. No loader reads it: it starts with a dot. */
const UNFINISHED = /^\..*\.importing$/u;

/** Writes a file whole or not at all: beside its place first, then moved there in one step. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const folder = dirname(file);
  const beside = join(folder, `.${basename(file)}.importing`);
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Takes away what writes that were killed have left unfinished in a folder. */
export async function clearUnfinished(folder: string): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  for (const file of files)
    if (UNFINISHED.test(file)) await rm(join(folder, file), { force: true });
}
