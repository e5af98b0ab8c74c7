import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { plainCatalog } from "../../src/search/build/plain-catalog.ts";
import { writeIndex } from "../../src/search/build/write-index.ts";
import type { Collection } from "./search/collection.ts";
import { readCollection } from "./search/collection.ts";
import { hardSet } from "./search/hard-set-run.ts";
import { mean, measure, quantile } from "./search/measures.ts";
import { openOnDisk } from "./search/on-disk.ts";
import { makePagefind } from "./search/pagefind.ts";
import type { Search } from "./search/reference.ts";
import { makeBm25, makeLunr, makeMiniSearch } from "./search/reference.ts";

/** `npm run bench:search -- DIR…`: how well search finds, on test collections, beside other engines. */

const args = process.argv.slice(2).filter((arg) => arg !== "--large");
/** Whether small collections are indexed as large ones are. */
const asLarge = process.argv.includes("--large");

/** Results asked of every engine: what recall is measured over. */
const DEPTH = 100;

interface Row {
  engine: string;
  ids: string[][];
  ms: number[];
}

async function ask(engine: string, search: Search, collection: Collection): Promise<Row> {
  const row: Row = { engine, ids: [], ms: [] };
  for (const { text } of collection.queries) {
    const from = performance.now();
    row.ids.push(await search(text));
    row.ms.push(performance.now() - from);
  }
  return row;
}

function print(row: Row, collection: Collection, name: string, keep: (id: string) => boolean) {
  const asked = [...collection.queries.entries()].filter(([, { id }]) => keep(id));
  const measures = asked.map(([i, { id }]) =>
    measure(row.ids[i] ?? [], collection.judgements.get(id) ?? new Map()),
  );
  const ms = asked.map(([i]) => row.ms[i] ?? 0);
  const empty = asked.filter(([i]) => row.ids[i]?.length === 0).length / asked.length;
  const cells = [
    row.engine.padEnd(34),
    name.padEnd(5),
    ...[
      mean(measures.map((m) => m.ndcg10)),
      mean(measures.map((m) => m.recall100)),
      mean(measures.map((m) => m.mrr10)),
    ].map((value) => value.toFixed(3).padStart(9)),
    `${(100 * empty).toFixed(0)} %`.padStart(6),
    quantile(ms, 0.5).toFixed(1).padStart(8),
    quantile(ms, 0.95).toFixed(1).padStart(8),
  ];
  console.log(cells.join(" "));
}

const HEAD = `${"engine".padEnd(34)} ids     nDCG@10 recall100    MRR@10  empty  median   p95 ms`;

/** The real engine over an index on disk, and what it fetched. */
async function askCarrel(collection: Collection, out: string): Promise<Row> {
  const papers = collection.papers.map(({ id, title, text }) => ({ key: id, title, text }));
  const from = performance.now();
  const { manifest, bytes } = await writeIndex(plainCatalog(papers), {
    out,
    language: "en",
    ...(asLarge ? { largeFrom: 1 } : {}),
  });
  console.log(
    `${String(manifest.papers)} papers indexed in ${((performance.now() - from) / 1000).toFixed(1)} s, ` +
      `${(bytes / 2 ** 20).toFixed(1)} MB`,
  );
  const warm = openOnDisk(out);
  const fetched: number[] = [];
  const row = await ask(
    "Carrel",
    async (text) => {
      const before = warm.bytes();
      const { keys } = await warm.engine.search({
        text,
        filters: {},
        sort: "relevance",
        limit: 20,
        typing: false,
        literal: false,
      });
      fetched.push(warm.bytes() - before);
      return (await keys()).slice(0, DEPTH);
    },
    collection,
  );
  const cold: number[] = [];
  for (const { text } of collection.queries.slice(0, 20)) {
    const fresh = openOnDisk(out);
    await fresh.engine.search({
      text,
      filters: {},
      sort: "relevance",
      limit: 20,
      typing: false,
      literal: false,
    });
    cold.push(fresh.bytes());
  }
  const kilobytes = (values: number[]) => `${(mean(values) / 1024).toFixed(0)} KB`;
  console.log(
    `fetched a query: ${kilobytes(cold)} cold, ${kilobytes(fetched)} in a session, ` +
      `${kilobytes(fetched.slice(-10))} at its end`,
  );
  return row;
}

async function runCollection(dir: string): Promise<void> {
  if (!existsSync(join(dir, "qrels.tsv"))) {
    console.log(`\n## ${dir}: no test collection is there (no qrels.tsv); left out`);
    process.exitCode = 1;
    return;
  }
  const collection = readCollection(resolve(dir));
  const { queries, papers } = collection;
  console.log(
    `\n## ${collection.name}: ${String(papers.length)} papers, ${String(queries.length)} queries`,
  );
  const out = await mkdtemp(join(tmpdir(), "carrel-search-"));
  try {
    const rows = [
      await askCarrel(collection, out),
      await ask("BM25 k1 1.2 b .75, Porter, stopwords", makeBm25(collection), collection),
      await ask("MiniSearch, Porter, stopwords, OR", makeMiniSearch(collection), collection),
      await ask("Lunr, OR", makeLunr(collection), collection),
      await ask("Pagefind as it comes", await makePagefind(out), collection),
    ];
    const isOdd = (id: string) => /[13579]\D*$/u.test(id);
    console.log(HEAD);
    for (const row of rows) print(row, collection, "even", (id) => !isOdd(id));
    for (const row of rows) print(row, collection, "odd", isOdd);
    for (const row of rows) print(row, collection, "all", () => true);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

if (args.includes("--help") || args.length === 0) {
  console.log(
    "npm run bench:search -- [DIR…] [--large] [--hard OUT]\n" +
      "  DIR         a folder with corpus.jsonl(.gz), queries.jsonl, qrels.tsv\n" +
      "  --large     indexes collections of any size as large ones are\n" +
      "  --hard OUT  asks the hard set of the site's own papers over the index built in OUT (dist)",
  );
  process.exit(args.includes("--help") ? 0 : 2);
}
const hardAt = args.indexOf("--hard");
const hardOut = hardAt < 0 ? undefined : (args[hardAt + 1] ?? "dist");
const dirs = args.filter((_, i) => hardAt < 0 || (i !== hardAt && i !== hardAt + 1));
for (const dir of dirs) await runCollection(dir);
if (hardOut !== undefined) await hardSet(resolve(hardOut));
process.exit();
