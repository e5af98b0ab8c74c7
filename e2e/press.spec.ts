import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { build, builtDir, isBuilt, ORIGIN, ROOT } from "./lib/builds.ts";
import { runCommand } from "./lib/stage.ts";

/**
 * A site in parts, as several machines would build it: its papers and authors are drawn in threads, as those of a
 * large site are, and the whole must be what one build of Astro writes.
 */

const WHOLE = "site-merged";
const PARTS = ["1/2", "2/2"];
const partOf = (shard: string) => `site-part-${shard.replace("/", "-of-")}`;

const filesOf = (name: string) =>
  readdirSync(builtDir(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(builtDir(name).length))
    .sort();

test("two parts of a site, drawn in threads and merged, are the site, file for file and byte for byte", async () => {
  test.skip(!isBuilt(ROOT.name), "only `npm test` builds the site to compare with");
  try {
    for (const shard of PARTS) {
      const { ok, reason } = await build({ name: partOf(shard), shard });
      expect(ok, reason).toBe(true);
      const own = filesOf(partOf(shard)).filter((file) => /^\/papers\/[^/]+\/index/u.test(file));
      const all = filesOf(ROOT.name).filter((file) => /^\/papers\/[^/]+\/index/u.test(file));
      expect(own.length).toBeGreaterThan(0);
      expect(own.length).toBeLessThan(all.length);
    }
    mkdirSync(builtDir(WHOLE), { recursive: true });
    const merged = await runCommand(
      "npm",
      ["run", "--silent", "merge", "--", builtDir(WHOLE), ...PARTS.map((p) => builtDir(partOf(p)))],
      { env: { SITE_URL: ORIGIN } },
    );
    expect(merged.ok, merged.reason).toBe(true);
    expect(filesOf(WHOLE)).toEqual(filesOf(ROOT.name));
    const other = filesOf(WHOLE).filter(
      (file) =>
        !readFileSync(builtDir(WHOLE) + file).equals(readFileSync(builtDir(ROOT.name) + file)),
    );
    expect(other).toEqual([]);
  } finally {
    for (const name of [WHOLE, ...PARTS.map(partOf)])
      rmSync(builtDir(name), { recursive: true, force: true });
  }
});
