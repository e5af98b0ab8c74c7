import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { Chunk, readContents, readFilter, unwrap } from "../bundle/bundle.ts";
import { feedPagefind } from "./feed-pagefind.ts";
import type { IndexFile } from "./pagefind-file.ts";
import { plainCatalog } from "./plain-catalog.ts";
import { toRecords } from "./records.ts";

/** Papers of which the last ones have no venue, so that not every run has the same fields and facets. */
const catalog = plainCatalog(
  Array.from({ length: 70 }, (_, i) => ({
    key: `paper${String(i)}`,
    title: `Café ${String(i * 7)} of ${i % 2 === 0 ? "naïve" : "naive"} scaling`,
    text: `Abstract ${String(i % 11)} on scaling, résumé${i % 3 === 0 ? "" : " resume"}, 𝔘 and ﬁt; word${String(i)}.`,
    authors: [`Ann Author${String(i % 5)}`],
    ...(i < 30 ? { venue: "ICLR 2024", date: "2024-03-01" } : {}),
  })),
);

async function readIndex(run: number) {
  const { length } = catalog.papers;
  const files = await feedPagefind(length, (from, to) => toRecords(catalog, "en", from, to), {
    run,
  });
  const bytesOf = (path: string) => {
    const file = files.find((each: IndexFile) => each.path === path);
    assert.ok(file, `${path} is named and not there`);
    return unwrap(gunzipSync(file.content));
  };
  const table = files.find(({ path }) => path.endsWith(".pf_meta"))?.path ?? "";
  const { chunks, filters, sorts, lengths, fragments, fields } = readContents(bytesOf(table));
  const words = chunks.flatMap(({ from, file }) => {
    const chunk = new Chunk(bytesOf(file));
    assert.equal(chunk.words[0], from);
    return chunk.words.map((word) => [word, chunk.postings(word)]);
  });
  const facets = [...filters].map(([facet, file]) => [facet, [...readFilter(bytesOf(file))]]);
  const texts = fragments.map((file) => new TextDecoder().decode(bytesOf(file)));
  const entry = files.find(({ path }) => path === "pagefind-entry.json");
  const { languages } = JSON.parse(new TextDecoder().decode(entry?.content)) as {
    languages: { en: { hash: string; page_count: number } };
  };
  assert.equal(`pagefind.${languages.en.hash}.pf_meta`, table);
  assert.equal(languages.en.page_count, length);
  return { words, facets, sorts, lengths, texts, fields };
}

test("papers indexed in several runs give the index of one run", async () => {
  const whole = await readIndex(1000);
  assert.ok(whole.words.length > 100);
  // In runs of 22, 24 and 24: the last one has papers without venue and date alone.
  assert.deepEqual(await readIndex(24), whole);
});
