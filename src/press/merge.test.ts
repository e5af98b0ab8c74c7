import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { mergeParts } from "./merge.ts";
import { SHARD_FILE } from "./order.ts";

const root = mkdtempSync(join(tmpdir(), "carrel-merge-"));
after(() => {
  rmSync(root, { recursive: true, force: true });
});

function makePart(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, path)), { recursive: true });
    writeFileSync(join(root, name, path), text);
  }
  return join(root, name);
}

const first = makePart("first", { [SHARD_FILE]: "1/2", "a/index.html": "a", "site.css": "css" });
const second = makePart("second", { [SHARD_FILE]: "2/2", "b/index.html": "b", "site.css": "css" });
const odd = makePart("odd", { [SHARD_FILE]: "2/2", "site.css": "other" });

test("parts become one folder, without the note of which part each is", () => {
  const out = join(root, "whole");
  assert.equal(mergeParts([second, first], out), 3);
  assert.equal(readFileSync(join(out, "a/index.html"), "utf8"), "a");
  assert.equal(readFileSync(join(out, "b/index.html"), "utf8"), "b");
  assert.equal(existsSync(join(out, SHARD_FILE)), false);
  assert.throws(() => mergeParts([first, second], out), /not empty/u);
});

test("a part that is missing, twice there or of another build is refused", () => {
  const out = join(root, "refused");
  assert.throws(() => mergeParts([first], out), /2\/2 are missing/u);
  assert.throws(() => mergeParts([first, second, second], out), /more folders/u);
  assert.throws(() => mergeParts([first, join(root, "nowhere")], out), /is no part of a site/u);
  assert.throws(() => mergeParts([first, odd], out), /1 files .* site\.css/u);
  assert.equal(existsSync(out), false);
});
