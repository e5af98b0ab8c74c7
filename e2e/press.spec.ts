import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { build, builtDir, isBuilt, ROOT } from "./lib/builds.ts";
import { projectDir } from "./lib/stage.ts";

/** A large site is drawn in threads: what they write must be what Astro would have written. */

const NAME = "site-threads";

const filesOf = (name: string) =>
  readdirSync(builtDir(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(builtDir(name).length))
    .sort();

test("a site drawn in threads is the same, file for file and byte for byte", async () => {
  test.skip(!isBuilt(ROOT.name), "only `npm test` builds the site to compare with");
  const contentDir = mkdtempSync(join(tmpdir(), "carrel-press-"));
  try {
    cpSync(join(projectDir, "content"), contentDir, { recursive: true });
    appendFileSync(join(contentDir, "site.yaml"), "\nthreadsFrom: 0\n");
    const { ok, reason } = await build({ name: NAME, contentDir });
    expect(ok, reason).toBe(true);
    expect(filesOf(NAME)).toEqual(filesOf(ROOT.name));
    const other = filesOf(NAME).filter(
      (file) =>
        !readFileSync(builtDir(NAME) + file).equals(readFileSync(builtDir(ROOT.name) + file)),
    );
    expect(other).toEqual([]);
  } finally {
    rmSync(contentDir, { recursive: true });
    rmSync(builtDir(NAME), { recursive: true, force: true });
  }
});
