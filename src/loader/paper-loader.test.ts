import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { after, test } from "node:test";
import { readPapers } from "./paper-loader.ts";
import { readMany } from "./read-many.ts";

const dirs: string[] = [];
after(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

const entry = (title: string) =>
  `---\ntitle: ${title}\nauthors: [Jo Doe]\n---\n\nThe first of $n$ sentences. Another one.\n`;

function makeFolder() {
  const dir = mkdtempSync(join(tmpdir(), "carrel-papers-"));
  dirs.push(dir);
  const folder = join(dir, "papers") + sep;
  const cacheDir = join(dir, "cache");
  mkdirSync(folder);
  for (const key of ["one", "two", "three"]) writeFileSync(join(folder, `${key}.mdx`), entry(key));
  return { folder, cacheDir, read: (stamp = "a") => readPapers(folder, { cacheDir, stamp }) };
}

test("papers are the same whether they are read or taken from the cache", async () => {
  const { read } = makeFolder();
  const first = await read();
  assert.deepEqual([...first.papers.keys()].sort(), ["one", "three", "two"]);
  assert.equal(first.papers.get("one")?.abstract.text, "The first of n sentences. Another one.");
  assert.deepEqual(await read(), first);
});

test("what changed, came or went is seen, and so is another way of reading", async () => {
  const { folder, read } = makeFolder();
  await read();
  writeFileSync(join(folder, "one.mdx"), entry("changed"));
  writeFileSync(join(folder, "four.mdx"), entry("four"));
  rmSync(join(folder, "two.mdx"));
  const { papers } = await read();
  assert.deepEqual([...papers].map(([key, { title }]) => `${key} ${title}`).sort(), [
    "four four",
    "one changed",
    "three three",
  ]);
  assert.deepEqual((await read("b")).papers, papers);
});

test("a cache that was cut short is read anew", async () => {
  const { cacheDir, read } = makeFolder();
  const first = await read();
  for (const name of readdirSync(cacheDir)) truncateSync(join(cacheDir, name), 40);
  assert.deepEqual(await read(), first);
});

test("a faulty entry is named each time, until it is mended", async () => {
  const { folder, read } = makeFolder();
  writeFileSync(join(folder, "two.mdx"), "no fields");
  for (let time = 0; time < 2; time += 1) {
    const { problems } = await read();
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["no-frontmatter"],
    );
  }
  writeFileSync(join(folder, "two.mdx"), entry("two"));
  assert.deepEqual((await read()).problems, []);
});

test("threads give the same as one after the other, in the same order", async () => {
  const entries = Array.from({ length: 450 }, (_, i) => ({
    source: i === 333 ? "no fields" : entry(`paper ${String(i)}`),
    file: `${String(i)}.mdx`,
  }));
  assert.deepEqual(await readMany(entries, 1), await readMany(entries, 1000));
});
