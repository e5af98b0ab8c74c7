import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { runImport } from "./run.ts";
import { readVocabulary } from "./vocabulary.ts";

let folder = "";

const topic = (title: string, phrase: string) =>
  `---\ntitle: ${title}\nsummary: About ${title}.\nhue: 1\nmatch: [${phrase}]\n---\n\nIts introduction.\n`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrel-vocabulary-"));
  await mkdir(join(folder, "starter", "topics"), { recursive: true });
  await writeFile(
    join(folder, "starter", "topics", "scaling-laws.mdx"),
    topic("Scaling laws", "scaling law"),
  );
  await writeFile(join(folder, "starter", "topics", "robots.mdx"), topic("Robots", "robot arm"));
  await writeFile(
    join(folder, "starter", "tags.yaml"),
    "power-laws: { name: power laws }\npruning: { name: pruning }\n",
  );
  const papers = [
    ["Scaling Laws of Things", "We find power laws in things. A robot arm finds them too."],
    ["Scaling Laws of Others", "We find power laws in others. With pruning they vanish."],
  ];
  await writeFile(join(folder, "list.txt"), papers.flat().join("\n\n"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const run = () =>
  runImport({
    inputs: [{ path: join(folder, "list.txt"), name: "list.txt" }],
    contentDir: join(folder, "content"),
    starterDir: join(folder, "starter"),
    keepKeys: false,
    dryRun: false,
    at: "2026-01-02T03:04:05Z",
    display: (path) => path,
  });

test("a new folder gets the topics and tags that two of its papers need, and no others", async () => {
  await run();
  const { topics, tags } = await readVocabulary(join(folder, "content"));
  assert.deepEqual([...topics.keys()], ["scaling-laws"]);
  assert.deepEqual([...tags.keys()], ["power-laws"]);
  for (const file of await readdir(join(folder, "content", "papers"))) {
    const text = await readFile(join(folder, "content", "papers", file), "utf8");
    assert.match(text, /^topics: \[scaling-laws\]\ntags: \[power-laws\]$/mu);
  }
  const { report } = await run();
  assert.equal(report.unchanged, 2);
});

test("a vocabulary that stands is not touched", async () => {
  await mkdir(join(folder, "content"), { recursive: true });
  await writeFile(join(folder, "content", "tags.yaml"), "# mine\npruning: { name: pruning }\n");
  await run();
  assert.equal(
    await readFile(join(folder, "content", "tags.yaml"), "utf8"),
    "# mine\npruning: { name: pruning }\n",
  );
  assert.deepEqual((await readdir(join(folder, "content"))).sort(), [
    "changes.ndjson",
    "imported.ndjson",
    "papers",
    "tags.yaml",
  ]);
});
