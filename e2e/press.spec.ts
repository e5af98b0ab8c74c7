import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { build, builtDir, isBuilt, ORIGIN, ROOT } from "./lib/builds.ts";
import { CHANGED, changeContent, NEXT } from "./lib/content.ts";
import { differing, digestsIn, filesIn } from "./lib/folders.ts";
import { projectDir, runCommand } from "./lib/stage.ts";

/**
 * Pages drawn in threads, as those of a large site are. The whole must be what one build of Astro writes: a site in parts,
 * as several machines would build it; and a site built again, which takes pages over where nothing of theirs has changed.
 */

// One after the other: two builds at once in one checkout meet in Astro's own folder.
test.describe.configure({ mode: "default", timeout: 400_000 });

const WHOLE = "site-merged";
const PARTS = ["1/2", "2/2"];
const paperPagesOf = (name: string) =>
  filesIn(builtDir(name)).filter((file) => /^papers\/[^/]+\/index/u.test(file));
const differingBuilds = (one: string, other: string) =>
  differing(digestsIn(builtDir(one)), digestsIn(builtDir(other)));
const partOf = (shard: string) => `site-part-${shard.replace("/", "-of-")}`;

test("two parts of a site, drawn in threads and merged, are the site, file for file and byte for byte", async () => {
  test.skip(!isBuilt(ROOT.name), "only `npm test` builds the site to compare with");
  try {
    for (const shard of PARTS) {
      const { ok, reason } = await build({ name: partOf(shard), shard });
      expect(ok, reason).toBe(true);
      const [own, all] = [paperPagesOf(partOf(shard)), paperPagesOf(ROOT.name)];
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
    expect(differingBuilds(WHOLE, ROOT.name)).toEqual([]);
  } finally {
    for (const name of [WHOLE, ...PARTS.map(partOf)])
      rmSync(builtDir(name), { recursive: true, force: true });
  }
});

test("a site built again after changes is the site built from nothing, and what had not changed was not drawn again", async () => {
  test.skip(!isBuilt(ROOT.name), "only `npm test` builds the sites to compare with");
  const contentDir = mkdtempSync(join(tmpdir(), "carrel-rebuild-"));
  const name = "site-again";
  // Shells note in `_` how they called a command: it says nothing of the site.
  const rebuild = async (shell = "npm") => {
    const { ok, reason } = await build({ name, contentDir, env: { _: `/usr/bin/${shell}` } });
    expect(ok, reason).toBe(true);
  };
  const inodes = () => {
    const files = filesIn(builtDir(name));
    const pages = files.filter((file) => /^(?:papers|authors)\/[^/]+\/index/u.test(file));
    return new Map(pages.map((file) => [file, statSync(join(builtDir(name), file)).ino] as const));
  };
  const entry = join(contentDir, "papers", `${CHANGED}.mdx`);
  try {
    cpSync(join(projectDir, "content"), contentDir, { recursive: true });
    appendFileSync(join(contentDir, "site.yaml"), "\nthreadsFrom: 0\n");
    appendFileSync(entry, "\nA sentence that is taken back.\n");
    await rebuild();
    const before = inodes();
    cpSync(join(projectDir, "content/papers", `${CHANGED}.mdx`), entry);
    await rebuild("time");
    expect(differingBuilds(name, ROOT.name)).toEqual([]);
    const kept = [...inodes()].filter(([file, inode]) => before.get(file) === inode);
    expect(kept.length).toBeGreaterThan(before.size / 2);
    expect(kept.map(([file]) => file)).not.toContain(`papers/${CHANGED}/index.html`);

    changeContent(contentDir);
    await rebuild();
    expect(differingBuilds(name, NEXT.name)).toEqual([]);
  } finally {
    for (const dir of [contentDir, builtDir(name)]) rmSync(dir, { recursive: true, force: true });
  }
});
