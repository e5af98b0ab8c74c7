import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Puts a finished site where it is wanted, in place of what is there. The folder itself stays, for it may be a disk of its
 * own, and so does a repository in it.
 *
 * @param from absolute; gone afterwards.
 * @param to absolute; made where it is not there.
 */
export function carryOver(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(to))
    if (name !== ".git") rmSync(join(to, name), { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  rmSync(from, { recursive: true });
}
