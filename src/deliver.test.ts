import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { carryOver, outFault } from "./deliver.ts";

const folder = mkdtempSync(join(tmpdir(), "carrel-deliver-"));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const read = (path: string) => readFileSync(join(folder, path), "utf8");

test("a site takes the place of what is there; the folder and a repository in it stay", () => {
  write("built/index.html", "new");
  write("built/papers/a/index.html", "paper");
  write("out/index.html", "old");
  write("out/papers/gone/index.html", "old");
  write("out/.git/HEAD", "ref");
  const { ino } = statSync(join(folder, "out"));
  carryOver(join(folder, "built"), join(folder, "out"));
  assert.equal(read("out/index.html"), "new");
  assert.equal(read("out/papers/a/index.html"), "paper");
  assert.equal(read("out/.git/HEAD"), "ref");
  assert.equal(existsSync(join(folder, "out/papers/gone")), false);
  assert.equal(existsSync(join(folder, "built")), false);
  assert.equal(statSync(join(folder, "out")).ino, ino);
});

test("a folder that is not there yet is made", () => {
  write("built/index.html", "new");
  carryOver(join(folder, "built"), join(folder, "deep/down/site"));
  assert.equal(read("deep/down/site/index.html"), "new");
});

const faultOf = (outDir: string) =>
  outFault(
    { projectDir: join(folder, "p"), contentDir: join(folder, "p/content/"), outDir },
    (path) => path,
  );

test("a folder that has other things in it is not taken for the site", () => {
  write("p/content/papers/a.mdx", "");
  write("thesis/thesis.tex", "");
  write("file", "");
  assert.match(faultOf(join(folder, "p")) ?? "", /has the project in it/u);
  assert.match(faultOf(folder) ?? "", /has the project in it/u);
  assert.match(faultOf(join(folder, "p/content")) ?? "", /has the content in it/u);
  assert.match(faultOf(join(folder, "thesis")) ?? "", /\(thesis\.tex\).* OUT_DIR /u);
  assert.match(faultOf(join(folder, "file")) ?? "", /is a file/u);
});

test("a new folder, an empty one, a repository's and that of an earlier build are", () => {
  write("empty/.nojekyll", "");
  write("empty/CNAME", "");
  write("empty/.git/HEAD", "");
  write("before/_astro/a.css", "");
  write("before/index.html", "");
  for (const name of ["new/site", "empty", "before", "p/dist", "p/content/site"])
    assert.equal(faultOf(join(folder, name)), undefined);
});
