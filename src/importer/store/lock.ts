import { hostname } from "node:os";
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Beside the papers while an import is at work. No loader reads it: it starts with a dot. */
export const LOCK = ".import.lock";

/** A holder touches its lock this often; one that has not been touched for much longer is nobody's. */
const BEAT = 5_000;
const STALE = 120_000;

/** Another import is at work in the same content folder. */
export class ImportRunning extends Error {
  override readonly name = "ImportRunning";
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : "");

/** Whether a process of this machine lives; one of another user does, too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Whose lock it is, in words; undefined where its holder is gone. */
function holderOf(text: string, age: number): string | undefined {
  const [, pid = "0", host = ""] = /^(\d+) (\S*)/u.exec(text) ?? [];
  if (host === hostname() && !isAlive(Number(pid))) return undefined;
  return age > STALE ? undefined : `process ${pid} on ${host === "" ? "another machine" : host}`;
}

/** Takes a dead holder's lock away, unless a living one has taken its place in the meantime. */
async function removeStale(lock: string, seen: string, own: string): Promise<void> {
  const aside = own.replace(/importing$/u, "stale.importing");
  try {
    await rename(lock, aside);
    if ((await readFile(aside, "utf8")) !== seen) await link(aside, lock);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes(String(codeOf(error)))) throw error;
  }
  await rm(aside, { force: true });
}

/**
 * Does something while nobody else imports into the folder. Throws `ImportRunning` where somebody does;
 * a lock whose holder was killed counts for nothing.
 */
export async function withLock<T>(contentDir: string, act: () => Promise<T>): Promise<T> {
  await mkdir(contentDir, { recursive: true });
  const lock = join(contentDir, LOCK);
  const own = `${lock}.${String(process.pid)}.importing`;
  await writeFile(own, `${String(process.pid)} ${hostname()}\n`);
  try {
    for (;;) {
      try {
        // A link is made whole or not at all, and by one process alone.
        await link(own, lock);
        break;
      } catch (error) {
        // Only a holder clears away what others began.
        if (codeOf(error) === "ENOENT") throw new ImportRunning("another import is at work here");
        if (codeOf(error) !== "EEXIST") throw error;
      }
      const [seen, status] = await Promise.all([
        readFile(lock, "utf8").catch(() => undefined),
        stat(lock).catch(() => undefined),
      ]);
      if (seen === undefined || !status) continue;
      const holder = holderOf(seen, Date.now() - status.mtimeMs);
      if (holder !== undefined)
        throw new ImportRunning(`another import is at work here: ${holder}`);
      await removeStale(lock, seen, own);
    }
  } finally {
    await rm(own, { force: true });
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => undefined);
  }, BEAT);
  beat.unref();
  try {
    return await act();
  } finally {
    clearInterval(beat);
    await rm(lock, { force: true });
  }
}
