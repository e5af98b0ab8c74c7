import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Manifest } from "../manifest.ts";
import { writeInThread } from "./integration.ts";
import { plainCatalog } from "./plain-catalog.ts";
import { toRecords } from "./records.ts";
import { makeIndex, writeIndex } from "./write-index.ts";

const papers = Array.from({ length: 40 }, (_, i) => ({
  key: `paper${String(i)}`,
  title: `Title ${String(i)} of scaling`,
  text: `Abstract ${String(i)} on scaling and α-divergence with EML4-ALK.`,
  date: `20${String(10 + (i % 9))}`,
}));

test("the same catalog gives the same bytes", async () => {
  const [a, b] = [
    await makeIndex(plainCatalog(papers), "en"),
    await makeIndex(plainCatalog(papers), "en"),
  ];
  assert.deepEqual(
    a.files.map(({ path }) => path),
    b.files.map(({ path }) => path),
  );
  assert.ok(
    a.files.every((file, i) =>
      Buffer.from(file.content).equals(b.files[i]?.content ?? Buffer.of()),
    ),
  );
});

test("another catalog gets another folder", async () => {
  const more = [...papers, { key: "more", title: "One more", text: "Another abstract." }];
  const [a, b] = [
    await makeIndex(plainCatalog(papers), "en"),
    await makeIndex(plainCatalog(more), "en"),
  ];
  assert.notEqual(a.manifest.bundle, b.manifest.bundle);
});

test("index.json names the folder, and the folder is there", async () => {
  const out = await mkdtemp(join(tmpdir(), "carrel-index-"));
  try {
    await writeIndex(plainCatalog(papers), { out, language: "en" });
    const manifest = JSON.parse(await readFile(join(out, "search/index.json"), "utf8")) as Manifest;
    assert.equal(manifest.papers, 40);
    assert.ok((await readFile(join(out, "search", manifest.bundle, manifest.contents))).length > 0);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});

test("a thread writes the same index", async () => {
  const [here, there] = [
    await mkdtemp(join(tmpdir(), "carrel-index-")),
    await mkdtemp(join(tmpdir(), "carrel-index-")),
  ];
  try {
    const catalog = plainCatalog(papers);
    const written = await writeIndex(catalog, { out: here, language: "en" });
    const projectDir = join(import.meta.dirname, "../../..");
    assert.deepEqual(
      await writeInThread(catalog, { out: there, language: "en", projectDir }),
      written,
    );
    const names = (await readdir(here, { recursive: true })).sort();
    assert.deepEqual((await readdir(there, { recursive: true })).sort(), names);
  } finally {
    for (const out of [here, there]) await rm(out, { recursive: true, force: true });
  }
});

test("a record has everything that its paper is found and filtered by", () => {
  const [record] = toRecords(plainCatalog(papers.slice(0, 1)), "en");
  assert.equal(record?.url, "/papers/paper0/");
  assert.deepEqual(record.filters, { year: ["2010"] });
  assert.equal(record.meta["title"], "Title 0 of scaling");
  assert.equal(record.meta["also"], "alpha-divergence eml4");
});
