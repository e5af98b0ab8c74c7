import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const LISTING = "On a First Thing\n\nWe measure it. It is larger than we thought it would be.\n";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrel-cli-"));
  await writeFile(join(folder, "list.txt"), LISTING);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Calls the command from the test's folder, as npm would. */
function call(args: readonly string[], input = ""): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, CONTENT_DIR: join(folder, "content"), INIT_CWD: folder };
    const child = spawn(process.execPath, [CLI, ...args], { cwd: PROJECT, env });
    let out = "";
    let err = "";
    child.stdout.on("data", (data: Buffer) => (out += data.toString()));
    child.stderr.on("data", (data: Buffer) => (err += data.toString()));
    child.on("close", (code) => {
      resolve({ code, out, err });
    });
    child.stdin.end(input);
  });
}

const report = ({ out }: Outcome) => JSON.parse(out) as Record<string, unknown>;

test("--json prints one object and nothing else", async () => {
  const outcome = await call(["list.txt", "--json"]);
  assert.equal(outcome.code, 0);
  assert.equal(outcome.err, "");
  const { problems, ...counts } = report(outcome);
  assert.deepEqual(counts, { added: 1, updated: 0, unchanged: 0, skipped: 0 });
  assert.ok(Array.isArray(problems));
  assert.deepEqual(await readdir(join(folder, "content", "papers")), ["first-thing.mdx"]);
});

test("a refused record exits 1 and is named with its line; the rest is written", async () => {
  await writeFile(join(folder, "a.ndjson"), '{"id": "a", "title": "A Thing"}\n{"id": "b", "titl\n');
  const outcome = await call(["a.ndjson", "--json"]);
  assert.equal(outcome.code, 1);
  const { added, problems } = report(outcome) as {
    added: number;
    problems: Record<string, unknown>[];
  };
  assert.equal(added, 1);
  const [problem] = problems;
  assert.deepEqual(
    [problem?.["code"], problem?.["source"], problem?.["line"]],
    ["broken-item", "a.ndjson", 2],
  );
  assert.deepEqual(await readdir(join(folder, "content", "papers")), ["thing.mdx"]);
});

test("wrong use exits 2 and says how to use it; with --json it still prints one object", async () => {
  for (const args of [[], ["--nonsense", "list.txt"], ["--metadata"]]) {
    const outcome = await call(args);
    assert.deepEqual([outcome.code, outcome.out], [2, ""]);
    assert.match(outcome.err, /Usage: npm run import/u);
    assert.equal(report(await call([...args, "--json"]))["added"], 0);
  }
});

test("a file that is not there exits 2; the others are imported", async () => {
  const outcome = await call(["missing.txt", "list.txt", "--json"]);
  assert.equal(outcome.code, 2);
  assert.equal(report(outcome)["added"], 1);
});

test("standard input, gzip and UTF-16 are read like any file", async () => {
  assert.equal(report(await call(["-", "--json"], LISTING))["added"], 1);
  await writeFile(join(folder, "list.gz"), gzipSync(LISTING));
  assert.equal(report(await call(["list.gz", "--json"]))["unchanged"], 1);
  await writeFile(join(folder, "list16.txt"), Buffer.from(`\uFEFF${LISTING}`, "utf16le"));
  assert.equal(report(await call(["list16.txt", "--json"]))["unchanged"], 1);
});

test("a gzip that is cut off gives what came before the cut, and exits 1", async () => {
  const items = Array.from({ length: 2000 }, (_, n) =>
    JSON.stringify({
      id: `k${String(n)}`,
      title: `Thing ${String(n * 7919)}`,
      abstract: String(n ** 5),
    }),
  );
  const packed = gzipSync(items.join("\n"));
  await writeFile(join(folder, "cut.gz"), packed.subarray(0, packed.length / 2));
  const outcome = await call(["cut.gz", "--json", "--keep-keys"]);
  assert.equal(outcome.code, 1);
  const { added, problems } = report(outcome) as { added: number; problems: { code: string }[] };
  assert.ok(added > 100 && added < 2000, String(added));
  assert.ok(problems.some(({ code }) => code === "broken-file"));
});

test("what cannot be imported yet is refused with a way out", async () => {
  await writeFile(join(folder, "x.xml"), '<?xml version="1.0"?><svg/>');
  const outcome = await call(["x.xml", "--json"]);
  assert.equal(outcome.code, 1);
  assert.match(outcome.out, /unsupported-format/u);
});

test("--help prints the use and exits 0", async () => {
  const { code, out } = await call(["--help"]);
  assert.equal(code, 0);
  assert.match(out, /--metadata FILE/u);
});
