import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { digest } from "../digest.ts";
import { mapSome } from "../map-some.ts";
import { clearUnfinished, writeWhole } from "./write-files.ts";

/**
 * Writes many files so that a process killed at any moment has written all of them or none: all texts go
 * into a journal first, and once its last line stands, whoever comes next carries it out (a redo log).
 */

/** Beside the papers while files are written. No loader reads it: it starts with a dot. */
export const JOURNAL = ".import-journal.ndjson";

/** A file that is to be written. */
export interface Write {
  /** Below the content folder. */
  path: string;
  /** Digest of the text that it replaces; absent where there is no file yet. */
  before?: string;
  readonly text: string;
}

/** Lines that are handed to the disk at once: some hundred kilobytes. */
const BATCH = 256;

async function writeJournal(contentDir: string, writes: readonly Write[]): Promise<void> {
  const file = await open(join(contentDir, JOURNAL), "w");
  try {
    for (let start = 0; start < writes.length; start += BATCH) {
      const lines = writes.slice(start, start + BATCH).map((write) => JSON.stringify(write));
      await file.writeFile(`${lines.join("\n")}\n`);
    }
    await file.writeFile(`${JSON.stringify({ complete: writes.length })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The writes of a journal that was finished; undefined where there is none, or where it breaks off. */
async function readJournal(contentDir: string): Promise<Write[] | undefined> {
  const writes: Write[] = [];
  const stream = createReadStream(join(contentDir, JOURNAL), "utf8");
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      const row = JSON.parse(line) as Write | { complete: number };
      if ("complete" in row) return row.complete === writes.length ? writes : undefined;
      writes.push(row);
    }
  } catch (error) {
    const isNone = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isNone && !(error instanceof SyntaxError)) throw error;
  } finally {
    stream.destroy();
  }
  return undefined;
}

const textOf = (file: string) => readFile(file, "utf8").catch(() => undefined);

/** Carries writes out. What somebody has changed since they were planned is left, and named. */
async function carryOut(
  contentDir: string,
  writes: readonly Write[],
  onFile: () => void = () => undefined,
): Promise<string[]> {
  const folders = new Set(writes.map(({ path }) => dirname(path)));
  for (const folder of folders) await mkdir(join(contentDir, folder), { recursive: true });
  const left = await mapSome(writes, async ({ path, before, text }) => {
    onFile();
    const file = join(contentDir, path);
    const now = await textOf(file);
    if (now === text) return undefined;
    if ((now === undefined ? undefined : digest(now)) !== before) return path;
    await writeWhole(file, text);
    return undefined;
  });
  return left.filter((path) => path !== undefined);
}

const finish = (contentDir: string) => rm(join(contentDir, JOURNAL), { force: true });

/**
 * Writes all files or, if it is killed, leaves it to `recover`. Answers with those that it left alone; `onFile` hears of
 * each.
 */
export async function writeAll(
  contentDir: string,
  writes: readonly Write[],
  onFile?: () => void,
): Promise<string[]> {
  if (writes.length === 0) return [];
  await writeJournal(contentDir, writes);
  const left = await carryOut(contentDir, writes, onFile);
  await finish(contentDir);
  return left;
}

/** What became of an import that had been killed. */
export interface Recovery {
  /** How many files it was to write; none where it had not come that far. */
  files: number;
  /** Files that somebody has changed since: they stay as they are. */
  left: string[];
}

/** Completes what a killed import had begun to write; what it had only planned is forgotten. */
export async function recover(contentDir: string): Promise<Recovery> {
  for (const folder of [".", "papers", "topics"]) await clearUnfinished(join(contentDir, folder));
  const writes = (await readJournal(contentDir)) ?? [];
  const left = await carryOut(contentDir, writes);
  await finish(contentDir);
  return { files: writes.length, left };
}

/** Whether a killed import waits to be completed. */
export const isUnfinished = async (contentDir: string): Promise<boolean> =>
  (await readJournal(contentDir)) !== undefined;

/** A planned write of a file, with what stands there now. */
export async function planWrite(contentDir: string, path: string, text: string): Promise<Write[]> {
  const now = await textOf(join(contentDir, path));
  if (now === text) return [];
  return [{ path, ...(now === undefined ? {} : { before: digest(now) }), text }];
}
