import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Sheet } from "./desk.ts";
import { openDesk } from "./desk.ts";

const dir = mkdtempSync(join(tmpdir(), "carrel-desk-"));
after(() => {
  rmSync(dir, { recursive: true, force: true });
});

const sheet = (path: string, text = path): Sheet => ({
  path,
  page: new TextEncoder().encode(text),
});

test("what was laid down is written when the desk is clear, however many lots there were", async () => {
  const desk = openDesk(dir);
  const paths = Array.from({ length: 100 }, (_, i) => `papers/p${String(i)}`);
  for (const path of paths) await desk.lay([sheet(path), sheet(`${path}/more`)]);
  await desk.clear();
  for (const path of paths) {
    assert.equal(readFileSync(join(dir, path, "index.html"), "utf8"), path);
    assert.ok(existsSync(join(dir, path, "more/index.html")));
  }
});

test("a page that cannot be written is an error, and nobody waits for ever", async () => {
  writeFileSync(join(dir, "taken"), "a file where a folder should be");
  const early = openDesk(dir);
  await assert.rejects(async () => {
    for (let lot = 0; lot < 100; lot += 1) await early.lay([sheet("taken/page")]);
  }, /ENOTDIR|EEXIST/u);
  const late = openDesk(dir);
  await late.lay([sheet("taken/page")]);
  await assert.rejects(late.clear(), /ENOTDIR|EEXIST/u);
});
