import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { JOURNAL } from "./store/journal.ts";
import { LOCK } from "./store/lock.ts";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const COUNT = 200;

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrel-killed-"));
  await writeFile(join(folder, "first.ndjson"), items(0));
  // Some papers as they were, some changed, some new.
  await writeFile(join(folder, "then.ndjson"), items(COUNT / 2));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const items = (from: number) =>
  Array.from({ length: COUNT }, (_, n) =>
    JSON.stringify({
      id: `k${String(n + from)}`,
      title: `Thing ${String((n + from) * 7919)}`,
      abstract: `It is ${String(n + from)}${n % 3 === 0 && from > 0 ? ", and more than that" : ""}.`,
    }),
  ).join("\n");

const start = (content: string, file: string): ChildProcess =>
  spawn(process.execPath, [CLI, file, "--json"], {
    cwd: PROJECT,
    env: {
      ...process.env,
      CONTENT_DIR: join(folder, content),
      INIT_CWD: folder,
      SOURCE_DATE_EPOCH: "1767323045",
    },
  });

interface Outcome {
  code: number | null;
  out: string;
}

function end(child: ChildProcess): Promise<Outcome> {
  let out = "";
  child.stdout?.on("data", (data: Buffer) => (out += data.toString()));
  return new Promise((resolve) =>
    child.on("close", (code) => {
      resolve({ code, out });
    }),
  );
}

/** Every file of a content folder with its text, hidden ones too. */
async function snapshot(content: string): Promise<Record<string, string>> {
  const root = join(folder, content);
  const files = await readdir(root, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map(async (file) => {
      const path = join(file.parentPath, file.name);
      return [path.slice(root.length), await readFile(path, "utf8")] as const;
    });
  return Object.fromEntries((await Promise.all(texts)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const count = async (dir: string) => (await readdir(dir).catch(() => [])).length;

/** Moments at which to kill: what can be seen of an import from outside, in its order. */
const MOMENTS: Record<string, (content: string) => Promise<boolean> | boolean> = {
  "at its start": (content) => existsSync(join(content, LOCK)),
  "while it plans what to write": (content) => existsSync(join(content, JOURNAL)),
  "after some entries": async (content) => (await count(join(content, "papers"))) > COUNT + 20,
  "after most entries": async (content) =>
    (await count(join(content, "papers"))) > COUNT + COUNT / 2 - 20,
};

test("killed at any moment and begun anew, an import ends as one that was left in peace", async () => {
  assert.equal((await end(start("peace", "first.ndjson"))).code, 0);
  // A collection that keeps its addresses, and of which a paper was taken out: every file of an import is written.
  await writeFile(join(folder, "peace", "addresses.txt"), "papers/first/\n");
  await rm(join(folder, "peace", "papers", "thing-0.mdx"));
  for (const content of Object.keys(MOMENTS))
    await cp(join(folder, "peace"), join(folder, content), { recursive: true });
  assert.equal((await end(start("peace", "then.ndjson"))).code, 0);
  const peace = await snapshot("peace");
  assert.equal(Object.keys(peace).filter((path) => path.endsWith(".mdx")).length, 1.5 * COUNT - 1);
  assert.match(peace["/addresses.txt"] ?? "", /^changes\/20260102t030405z-2\/$/mu);
  assert.match(peace["/changes.ndjson"] ?? "", /"removed":\["thing-0"\]/u);
  for (const [content, isNow] of Object.entries(MOMENTS)) {
    const child = start(content, "then.ndjson");
    const ended = end(child);
    while (child.exitCode === null && !(await isNow(join(folder, content))))
      await new Promise(setImmediate);
    child.kill("SIGKILL");
    await ended;
    for (const [path, text] of Object.entries(await snapshot(content)))
      if (path.endsWith(".mdx")) assert.match(text, /^---\n[\s\S]+\n---\n\nIt is .+\.\n$/u);
    assert.equal((await end(start(content, "then.ndjson"))).code, 0);
    assert.deepEqual(await snapshot(content), peace, content);
  }
});

test("what somebody changes after the kill stays", async () => {
  await end(start("content", "first.ndjson"));
  const papers = join(folder, "content", "papers");
  const child = start("content", "then.ndjson");
  const ended = end(child);
  while (child.exitCode === null && (await count(papers)) <= COUNT + 5)
    await new Promise(setImmediate);
  child.kill("SIGKILL");
  await ended;
  const changed = (await readdir(papers)).find((file) => file.endsWith(".mdx")) ?? "";
  const own = "---\ntitle: My own\n---\n\nMy own words.\n";
  await writeFile(join(papers, changed), own);
  assert.equal((await end(start("content", "then.ndjson"))).code, 0);
  assert.equal(await readFile(join(papers, changed), "utf8"), own);
});

test("two imports at once tear nothing: the later one is refused, and may come again", async () => {
  const outcomes = await Promise.all(
    ["first.ndjson", "then.ndjson"].map((file) => end(start("content", file))),
  );
  const codes = outcomes.map(({ code }) => code).sort();
  // Unless one was done before the other began.
  if (codes[1] === 1) assert.match(outcomes.map(({ out }) => out).join(""), /import-running/u);
  else assert.deepEqual(codes, [0, 0]);
  for (const file of ["first.ndjson", "then.ndjson"])
    assert.equal((await end(start("content", file))).code, 0);
  assert.equal(await count(join(folder, "content", "papers")), 1.5 * COUNT);
  assert.ok(!existsSync(join(folder, "content", LOCK)));
});

test("a lock that a living import holds refuses another one; a dead one's does not", async () => {
  await end(start("content", "first.ndjson"));
  const lock = join(folder, "content", LOCK);
  await writeFile(lock, `${String(process.pid)} ${hostname()}\n`);
  const refused = await end(start("content", "then.ndjson"));
  assert.equal(refused.code, 1);
  const report = JSON.parse(refused.out) as { added: number; problems: { code: string }[] };
  assert.deepEqual([report.added, report.problems[0]?.code], [0, "import-running"]);
  const gone = start("other", "missing.ndjson");
  await end(gone);
  await writeFile(lock, `${String(gone.pid)} ${hostname()}\n`);
  assert.equal((await end(start("content", "then.ndjson"))).code, 0);
  assert.ok(!existsSync(lock));
});
