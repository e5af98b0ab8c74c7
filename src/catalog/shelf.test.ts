import assert from "node:assert/strict";
import { test } from "node:test";
import { buildCatalog } from "./build.ts";
import { toPaper } from "../paper/paper.ts";
import { paperSchema } from "../paper/schema.ts";
import { openShelf, shelve } from "./shelf.ts";

const paper = (n: number) => ({
  ...toPaper(
    `p${String(n)}`,
    paperSchema.parse({ title: `Paper ${String(n)}`, authors: ["Ann Author"] }),
    {
      title: `Paper ${String(n)}`,
      titleHtml: `Paper ${String(n)}`,
      abstract: { html: "", text: `Pruned networks, ${String(n)}: 100 % ☂`, sentences: [] },
    },
  ),
  components: "none" as const,
});

test("a catalog comes off the shelf as it went there, papers of every block by key and by place", () => {
  const papers = Array.from({ length: 2001 }, (_, n) => paper(n));
  const catalog = buildCatalog({ papers, topics: [], tags: [] });
  const { catalog: read } = openShelf(shelve(catalog));
  for (const [place, own] of catalog.papers.entries()) {
    assert.deepEqual(read.byKey.get(own.key), own);
    assert.deepEqual(read.papers[place], own);
  }
  assert.equal(read.papers.length, 2001);
  assert.deepEqual(read.papers.slice(-2), catalog.papers.slice(-2));
  assert.deepEqual(
    read.papers.map(({ key }) => key),
    [...catalog.byKey.keys()],
  );
  assert.deepEqual([...read.byKey.keys()], [...catalog.byKey.keys()]);
  assert.deepEqual(read.authors, catalog.authors);
  assert.equal(read.byKey.get("nobody"), undefined);
});

test("what is read from the shelf is known: by key, by place, all of it, and what was read before too", () => {
  const catalog = buildCatalog({ papers: [paper(0), paper(1), paper(2)], topics: [], tags: [] });
  const { catalog: read, listen } = openShelf(shelve(catalog));
  const [first, second, third] = catalog.papers.map(({ key }) => key);
  const one = listen();
  read.byKey.get(third ?? "");
  read.byKey.get("nobody");
  assert.deepEqual([...one], [2]);
  const two = listen();
  assert.equal(read.papers[1]?.key, second);
  read.byKey.get(third ?? "");
  assert.deepEqual([...two], [1, 2]);
  const all = listen();
  assert.equal(read.papers.find(({ key }) => key === first)?.key, first);
  assert.deepEqual([...all], [0]);
  assert.equal(read.papers.filter(({ key }) => key !== first).length, 2);
  assert.deepEqual([...all], [0, 1, 2]);
  assert.deepEqual([...one], [2]);
});
