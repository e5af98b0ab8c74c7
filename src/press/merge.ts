import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { SHARD_FILE } from "./order.ts";

/** Parts that are no whole: says what is missing or at odds. */
export class NoWhole extends Error {
  override readonly name = "NoWhole";
}

/** How many files a message names. */
const NAMED = 10;

/** Which parts of a site some folders are, as `2/4`; all of one build, none missing. */
function checkParts(parts: readonly string[]): void {
  const labels = parts.map((dir) => {
    try {
      return readFileSync(join(dir, SHARD_FILE), "utf8").trim();
    } catch {
      throw new NoWhole(
        `${dir} is no part of a site: it was not built with SHARD=1/${parts.length.toString()} or the like.`,
      );
    }
  });
  const of = Number(labels[0]?.split("/")[1]);
  const wanted = Array.from({ length: of }, (_, i) => `${String(i + 1)}/${String(of)}`);
  const missing = wanted.filter((label) => !labels.includes(label));
  if (missing.length > 0) throw new NoWhole(`Parts ${missing.join(", ")} are missing.`);
  if (labels.length > of) throw new NoWhole(`There are more folders than the ${String(of)} parts.`);
}

/**
 * Copies the parts of a site into one folder. What several parts have must be the same in all of them: it is not where
 * they were built from different content or by different versions. Throws `NoWhole` then, and leaves no folder.
 *
 * @returns how many files the whole has.
 */
export function mergeParts(parts: readonly string[], out: string): number {
  checkParts(parts);
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new NoWhole(`${out} is not empty: name a folder that is not there yet.`);
  let files = 0;
  const clashes: string[] = [];
  for (const part of parts)
    for (const entry of readdirSync(part, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(join(part, "x").length - 1);
      if (!entry.isFile() || name === SHARD_FILE) continue;
      const target = join(out, name);
      if (existsSync(target)) {
        if (!readFileSync(target).equals(readFileSync(path))) clashes.push(name);
        continue;
      }
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(path, target, constants.COPYFILE_FICLONE);
      files += 1;
    }
  if (clashes.length > 0) {
    rmSync(out, { recursive: true, force: true });
    const named = clashes.slice(0, NAMED).join(", ");
    throw new NoWhole(
      `${String(clashes.length)} files are not the same in all parts: ${named}. Build all parts from the same content with the same version.`,
    );
  }
  return files;
}
