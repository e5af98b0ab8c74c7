import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { builtDir, isBuilt, outputDir, ROOT } from "../lib/builds.ts";
import { projectDir, runCommand } from "../lib/stage.ts";

/** What the flows look at. */

/** Writes the file that carries the collection; gives its path. */
export async function packed(): Promise<string> {
  const file = join(outputDir, "carrel.html");
  const { ok, reason } = await runCommand("npm", ["run", "--silent", "pack", "--", "--out", file], {
    limit: 60,
  });
  assert.ok(ok, reason);
  return file;
}

/** The folder of the built site: that of `npm test`, or `dist`. */
export function built(): string {
  const dir = isBuilt(ROOT.name) ? builtDir(ROOT.name) : join(projectDir, "dist");
  assert.ok(existsSync(join(dir, "index.html")), "There is no built site: npm run build makes it.");
  return dir;
}
