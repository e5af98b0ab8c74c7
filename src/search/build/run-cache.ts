import { hash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { IndexFile } from "./pagefind-file.ts";
import type { IndexRecord } from "./records.ts";

/** What Pagefind made of records in earlier builds, by a digest of them. */
export interface RunCache {
  /** What it made of these very records, or what it makes of them now. */
  take(
    records: readonly IndexRecord[],
    make: () => Promise<readonly IndexFile[]>,
  ): Promise<readonly IndexFile[]>;
  /** Deletes what no run of this build has asked for. */
  sweep(): void;
}

/** The version of Pagefind that is installed: another one makes other files. */
function versionOfPagefind(): string {
  const file = findPackageJSON("pagefind", import.meta.url);
  return file === undefined ? "" : readFileSync(file, "utf8");
}

function readRun(path: string): readonly IndexFile[] | undefined {
  try {
    return deserialize(readFileSync(path)) as IndexFile[];
  } catch {
    // Not there, or not ours: it is made anew.
    return undefined;
  }
}

/** Keeps runs in a folder, a file each. */
export function openRunCache(folder: string): RunCache {
  const version = versionOfPagefind();
  const asked = new Set<string>();
  return {
    async take(records, make) {
      const lines = records.map((record) => JSON.stringify(record));
      const name = `${hash("sha256", [version, ...lines].join("\n"), "hex").slice(0, 32)}.bin`;
      asked.add(name);
      const path = join(folder, name);
      const known = readRun(path);
      if (known) return known;
      const made = await make();
      mkdirSync(folder, { recursive: true });
      // Whole or not at all, whenever the build is stopped.
      writeFileSync(`${path}.new`, serialize(made));
      renameSync(`${path}.new`, path);
      return made;
    },
    sweep() {
      mkdirSync(folder, { recursive: true });
      // What another build is writing just now is its own.
      for (const name of readdirSync(folder))
        if (name.endsWith(".bin") && !asked.has(name)) rmSync(join(folder, name), { force: true });
    },
  };
}

/** Keeps nothing: every run is made. */
export const NO_CACHE: RunCache = {
  take: (_records, make) => make(),
  sweep: () => undefined,
};
