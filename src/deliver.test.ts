import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { carryOver } from "./deliver.ts";

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
