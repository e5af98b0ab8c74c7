import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** SHA-256 in hexadecimal. */
export const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A file of a site, not read yet. */
export interface Measured {
  /** Below the folder, with `/`. */
  path: string;
  bytes: number;
}

/** What this room writes: it holds the site and is no part of it. */
const OWN = /^offline\/(?:edition\.json|list\.bin|parts\/|site(?:-\d+)?\.tar\.gz)/u;

/** Pictures that stand for a page elsewhere: no page of the site shows them. */
const FOR_OTHERS = /^og\//u;

/** Every file below a folder that readers keep, sorted: a paper's page and its citation files pack well together. */
export function measureFiles(dir: string, without: readonly string[]): Measured[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(
      (path) =>
        !OWN.test(path) &&
        !FOR_OTHERS.test(path) &&
        !without.some((start) => path.startsWith(start)),
    )
    .sort()
    .map((path) => ({ path, bytes: statSync(join(dir, path)).size }));
}
