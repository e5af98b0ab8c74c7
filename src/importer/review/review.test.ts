import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { runImport } from "../run.ts";
import { readSheet } from "./sheet.ts";
import { runReview } from "./run.ts";

const TOPIC = (title: string) =>
  `---\ntitle: ${title}\nsummary: S\nhue: 1\nmatch: []\n---\n\nText.\n`;

let folder = "";
let content = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrel-review-"));
  content = join(folder, "content");
  await mkdir(join(content, "topics"), { recursive: true });
  await writeFile(join(content, "topics/pruning.mdx"), TOPIC("pruning"));
  await writeFile(join(content, "topics/vision.mdx"), TOPIC("vision"));
  await writeFile(
    join(content, "tags.yaml"),
    "sparsity: { name: sparsity }\ndistillation: { name: distillation }\n",
  );
  await importThings();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function importThings(more = "") {
  const items = [
    {
      id: "a",
      title: "On pruning by sparsity",
      abstract: `Vision. Vision again, and vision.${more}`,
    },
    { id: "b", title: "More pruning and distillation", abstract: `It works.${more}` },
  ];
  const file = join(folder, "a.json");
  await writeFile(
    file,
    JSON.stringify(
      items.map((item) => ({ ...item, author: [{ family: "Lovelace", given: "Ada" }] })),
    ),
  );
  const { report } = await runImport({
    inputs: [{ path: file, name: "a.json" }],
    contentDir: content,
    starterDir: join(folder, "nothing"),
    keepKeys: true,
    dryRun: false,
    at: "2026-01-02T03:04:05Z",
    display: (path) => path,
  });
  return report;
}

const review = (options: { accept?: string[]; refuse?: string[]; dryRun?: boolean } = {}) =>
  runReview({
    ...{ accept: [], refuse: [], dryRun: false, ...options },
    contentDir: content,
    display: (path) => path.slice(content.length + 1),
  });

const entry = (key: string) => readFile(join(content, "papers", `${key}.mdx`), "utf8");
const sheetFile = () => join(content, "review.txt");
const sheet = () => readFile(sheetFile(), "utf8");
const listOf = async (key: string, list: string) =>
  new RegExp(`^${list}: \\[(.*)\\]$`, "mu").exec(await entry(key))?.[1];

test("what an import guessed waits to be judged, and the sheet has it by name with its papers", async () => {
  const report = await review();
  assert.deepEqual([report.open, report.papers, report.accepted], [5, 2, 0]);
  assert.deepEqual(report.names[0], { list: "topics", name: "pruning", papers: 2 });
  assert.match(
    await sheet(),
    /\[topic pruning\] {2}2\n {2}a {2}On pruning by sparsity\n {2}b {2}More pruning and distillation\n/u,
  );
});

test("marks on the sheet are carried out: accepted stays, refused goes and does not come back", async () => {
  await review();
  await writeFile(
    sheetFile(),
    (await sheet())
      .replace("  [topic pruning]", "+ [topic pruning]")
      .replace(/(?<=\[topic vision\].*\n) {2}a/u, "- a"),
  );
  const report = await review();
  assert.deepEqual([report.accepted, report.refused, report.changed, report.open], [2, 1, 1, 2]);
  assert.equal(await listOf("a", "topics"), "pruning");
  assert.doesNotMatch(await sheet(), /\[topic/u);
  await importThings(" More is told.");
  assert.equal(await listOf("a", "topics"), "pruning");
  assert.equal((await review()).open, 2);
});

test("a paper of which everything was refused gets nothing of it again", async () => {
  const report = await review({ refuse: ["topics"] });
  assert.deepEqual(
    [report.refused, await listOf("a", "topics"), await listOf("b", "topics")],
    [3, "", ""],
  );
  assert.equal((await importThings()).updated, 0);
  assert.equal((await importThings(" More is told.")).updated, 2);
  assert.deepEqual([await listOf("a", "topics"), await listOf("b", "topics")], ["", ""]);
});

test("a name is given to another paper by a line below its heading", async () => {
  await review();
  await writeFile(sheetFile(), `${await sheet()}\n[tag sparsity]\n+ b\n`);
  await review();
  assert.equal(await listOf("b", "tags"), "distillation, sparsity");
});

test("all is judged at once, lines go before that, and then no sheet is left", async () => {
  await review();
  await writeFile(
    sheetFile(),
    (await sheet()).replace(/(?<=\[tag distillation\].*\n) {2}b/u, "- b"),
  );
  const report = await review({ accept: ["all"] });
  assert.deepEqual([report.accepted, report.refused, report.open], [4, 1, 0]);
  await assert.rejects(sheet(), { code: "ENOENT" });
});

test("a list that somebody has edited in the entry is a person's choice already", async () => {
  const text = await entry("a");
  await writeFile(
    join(content, "papers/a.mdx"),
    text.replace("topics: [pruning, vision]", "topics: [vision]"),
  );
  const report = await review();
  assert.deepEqual(
    report.names.filter(({ list }) => list === "topics"),
    [{ list: "topics", name: "pruning", papers: 1 }],
  );
});

test("a sheet with a fault does nothing, and says which line", async () => {
  await review();
  const before = await entry("a");
  const faulty = `${(await sheet()).replace("  [topic pruning]", "- [topic pruning]")}\n[tag sparsity]\n+ nobody\n+ [tag sparsety]\n+ a\n`;
  await writeFile(sheetFile(), faulty);
  const report = await review();
  assert.deepEqual(
    report.problems.map(({ line }) => line),
    [faulty.split("\n").length - 3, faulty.split("\n").length - 1],
  );
  assert.equal(await entry("a"), before);
  assert.equal(await sheet(), faulty);
});

test("words below no heading are named", () => {
  assert.deepEqual(
    readSheet("+ a\n", "review.txt").problems.map(({ code, line }) => [code, line]),
    [["bad-review", 1]],
  );
});

test("a dry run writes nothing", async () => {
  const before = await entry("a");
  const report = await review({ refuse: ["all"], dryRun: true });
  assert.equal(report.refused, 5);
  assert.equal(await entry("a"), before);
  await assert.rejects(sheet(), { code: "ENOENT" });
});

test("the command refuses what is no choice, and prints one object when asked", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, "cli.ts"), ...args], {
      env: { ...process.env, CONTENT_DIR: content },
      encoding: "utf8",
    });
  assert.equal(run("--accept", "everything").status, 2);
  const { status, stdout } = run("--accept", "topic:pruning", "--json");
  assert.equal(status, 0);
  assert.equal((JSON.parse(stdout) as { accepted: number }).accepted, 2);
});
