import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { feedPagefind } from "./feed-pagefind.ts";
import { plainCatalog } from "./plain-catalog.ts";
import { toRecords } from "./records.ts";
import { openRunCache } from "./run-cache.ts";

/** Papers from number `first` on, the newest first. */
const papersFrom = (first: number) =>
  Array.from({ length: 25 - first }, (_, i) => ({
    key: `paper${String(first + i)}`,
    title: `Title ${String(first + i)} of scaling`,
    text: `Abstract ${String(first + i)} on scaling.`,
    date: `2024-03-${String(28 - first - i).padStart(2, "0")}`,
  }));

/** Indexes papers in runs of ten; gives the files, and how many runs Pagefind made. */
async function index(papers: Parameters<typeof plainCatalog>[0], folder: string) {
  const catalog = plainCatalog(papers);
  const kept = openRunCache(folder);
  let runs = 0;
  const cache: typeof kept = {
    ...kept,
    take: (records, make) =>
      kept.take(records, () => {
        runs += 1;
        return make();
      }),
  };
  const recordsOf = (from: number, to: number) => toRecords(catalog, "en", from, to);
  const files = await feedPagefind(papers.length, recordsOf, { run: 10, cache });
  return { files, runs };
}

test("what Pagefind made of papers that are as they were is taken again, and the index is the one of a first build", async () => {
  const folder = await mkdtemp(join(tmpdir(), "carrel-runs-"));
  const elsewhere = await mkdtemp(join(tmpdir(), "carrel-runs-"));
  try {
    const older = papersFrom(2);
    assert.equal((await index(older, folder)).runs, 3);
    const again = await index(older, folder);
    assert.equal(again.runs, 0);
    assert.deepEqual(again.files, (await index(older, elsewhere)).files);

    const withNew = papersFrom(0);
    const grown = await index(withNew, folder);
    assert.equal(grown.runs, 1, "new papers stand in the first run");
    assert.deepEqual(grown.files, (await index(withNew, elsewhere)).files);

    const changed = withNew.map((paper, i) =>
      i === 20 ? { ...paper, text: "One more sentence." } : paper,
    );
    assert.equal((await index(changed, folder)).runs, 1);
    assert.equal((await readdir(folder)).length, 3, "runs that nothing asks for are deleted");
  } finally {
    for (const dir of [folder, elsewhere]) await rm(dir, { recursive: true, force: true });
  }
});

test("a kept run that was cut short is made anew", async () => {
  const folder = await mkdtemp(join(tmpdir(), "carrel-runs-"));
  try {
    const { files } = await index(papersFrom(0), folder);
    const [name = ""] = await readdir(folder);
    await truncate(join(folder, name), 100);
    const again = await index(papersFrom(0), folder);
    assert.equal(again.runs, 1);
    assert.deepEqual(again.files, files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
