import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  CANARY,
  HOSTILE_COUNT,
  expectedText,
  expectedTitle,
  hostileListing,
} from "../../e2e/fixtures/hostile-listing.ts";
import type { PaperEntry } from "../loader/read-entry.ts";
import { readPaperEntry } from "../loader/read-entry.ts";
import { site } from "../site.ts";
import { runImport } from "./run.ts";

const single = (text: string) => text.replace(/\s+/gu, " ").trim();

test("two hundred hostile abstracts come out of import and loader as their text, and nothing of them runs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "carrel-hostile-"));
  try {
    await writeFile(join(folder, "list.txt"), hostileListing());
    const options = {
      inputs: [{ path: join(folder, "list.txt"), name: "list.txt" }],
      contentDir: join(folder, "content"),
      starterDir: join(folder, "nothing"),
      keepKeys: false,
      dryRun: false,
      at: "2026-01-02T03:04:05Z",
      display: (path: string) => path,
    };
    const { report } = await runImport(options);
    assert.equal(report.added, HOSTILE_COUNT);
    assert.ok(report.problems.every(({ severity }) => severity !== "error"));
    const entries = new Map<string, PaperEntry>();
    const papers = join(folder, "content", "papers");
    for (const file of await readdir(papers)) {
      const read = readPaperEntry(await readFile(join(papers, file), "utf8"), file, site.urls);
      assert.ok(!Array.isArray(read), file);
      assert.equal(read.components, "none", file);
      assert.doesNotMatch(
        read.abstract.html,
        /<(?:script|img|svg|iframe|style|component)|href="(?!https?:)/iu,
      );
      entries.set(single(read.title), read);
    }
    for (let index = 0; index < HOSTILE_COUNT; index += 1) {
      const entry = entries.get(single(expectedTitle(index)));
      assert.ok(entry, expectedTitle(index).slice(0, 200));
      assert.equal(single(entry.abstract.text), single(expectedText(index)));
    }
    assert.ok(!(CANARY in globalThis));
    assert.equal((await runImport(options)).report.unchanged, HOSTILE_COUNT);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
