import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { findMade } from "./last-build.ts";

test("only what a build alone makes is answered from the last one", (t) => {
  const top = mkdtempSync(join(tmpdir(), "carrel-"));
  t.after(() => {
    rmSync(top, { recursive: true });
  });
  const dir = join(top, "dist");
  const files = ["search/index.html", "search/index.json", "search/ab/x.gz", "abs/1/index.html"];
  for (const file of [...files, "papers/a/index.html", "../secret"]) {
    mkdirSync(join(dir, file, ".."), { recursive: true });
    writeFileSync(join(dir, file), "");
  }
  const find = (url: string, base = "/") => findMade(url, base, dir);
  assert.equal(find("/search/index.json?x=1"), join(dir, "search/index.json"));
  assert.equal(find("/search/ab/x.gz"), join(dir, "search/ab/x.gz"));
  assert.equal(find("/abs/1/"), join(dir, "abs/1/index.html"));
  assert.equal(find("/carrel/abs/1/", "/carrel/"), join(dir, "abs/1/index.html"));
  for (const url of ["/search/", "/search/?q=x", "/papers/a/", "/search/none", "/abs/2/", "/%E0/"])
    assert.equal(find(url), undefined, url);
  assert.equal(find("/search/index.json", "/carrel/"), undefined);
  assert.equal(find("/search/..%2F..%2Fsecret"), undefined);
});
