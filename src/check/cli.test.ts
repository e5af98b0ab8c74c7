import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carrel-check-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function call(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, script), ...args], {
    cwd: PROJECT,
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: folder, CONTENT_DIR: join(folder, "content") },
  });
  return { status, out: stdout, err: stderr };
}

const bib = (n: number) => `@article{k${String(n)}, title={Thing ${String(n * 7919)}}}`;

test("a collection that was just imported passes, what readers would miss is told in a few lines", () => {
  const count = 40;
  writeFileSync(join(folder, "a.bib"), Array.from({ length: count }, (_, n) => bib(n)).join("\n"));
  assert.equal(call("src/importer/cli.ts", "a.bib").status, 0);
  const { status, out } = call("src/check/cli.ts");
  assert.equal(status, 0, out);
  const lines = out.trim().split("\n");
  assert.ok(lines.length < 16, out);
  assert.doesNotMatch(out, /error/u);
  assert.match(out, /and 35 more \[no-topic\]: --all shows them/u);
  assert.match(lines.at(-1) ?? "", /^40 papers, 0 topics, 0 tags: 80 warnings$/u);
  const all = call("src/check/cli.ts", "--all").out;
  assert.equal(all.match(/\[no-topic\]/gu)?.length, count);
});

test("what a site cannot have fails", () => {
  writeFileSync(join(folder, "a.bib"), bib(1));
  call("src/importer/cli.ts", "a.bib", "--keep-keys");
  writeFileSync(
    join(folder, "content", "papers", "k1.mdx"),
    "---\ntitle: Thing\ntopics: [nothing]\n---\n",
  );
  const { status, out } = call("src/check/cli.ts");
  assert.equal(status, 1);
  assert.match(out, /k1\.mdx:3: error: topic "nothing" is unknown/u);
  assert.match(out, /1 paper, .*: 1 error, 1 warning\n$/u);
});

test("a content folder that is a file is told in one line; one that is not there is told and not made", () => {
  for (const script of ["src/check/cli.ts", "src/importer/review/cli.ts"]) {
    const { status, err } = call(script);
    assert.equal(status, 0);
    assert.match(err, /^\S*content is not there yet.*CONTENT_DIR.*\n$/u);
  }
  assert.deepEqual(readdirSync(folder), []);
  writeFileSync(join(folder, "content"), "no folder");
  for (const script of ["src/check/cli.ts", "src/importer/review/cli.ts"]) {
    const { status, err } = call(script);
    assert.equal(status, 2);
    assert.match(err, /^\S*content is a file, not a content folder.*\n$/u);
  }
});

test("an option that there is none of is told with the one that was meant", () => {
  const { status, err } = call("src/check/cli.ts", "--qualty");
  assert.equal(status, 2);
  assert.match(err, /^there is no option --qualty: did you mean --quality\?/u);
});
