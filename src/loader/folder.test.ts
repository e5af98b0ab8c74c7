import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { listFiles, readFiles, readText } from "./folder.ts";

const folder = mkdtempSync(join(tmpdir(), "carrel-folder-"));
after(() => {
  rmSync(folder, { recursive: true });
});

const SOUND = "---\ntitle: Café\n---\n";

test("what cannot be read is told of its path, and stops nothing", async () => {
  mkdirSync(join(folder, "a.mdx"));
  symlinkSync(join(folder, "nothing"), join(folder, "b.mdx"));
  symlinkSync(join(folder, "c.mdx"), join(folder, "c.mdx"));
  writeFileSync(join(folder, "d.mdx"), SOUND);
  const told: string[] = [];
  const names = await listFiles(folder, ".mdx");
  for await (const { path, source, problem } of readFiles(folder, names, (full) => full)) {
    assert.deepEqual(readText(path, path), { source, ...(problem ? { problem } : {}) });
    told.push(problem ? `${problem.source.slice(folder.length + 1)} ${problem.message}` : source);
  }
  assert.deepEqual(told, [
    "a.mdx cannot be read: it is a folder, not a file",
    "b.mdx is a link that leads to no file",
    "c.mdx is a link that leads to no file",
    SOUND,
  ]);
});

test("a text that is no UTF-8 is told, with the line", () => {
  const path = join(folder, "x.txt");
  const told = (bytes: Buffer) => {
    writeFileSync(path, bytes);
    const { line, message, hint } = readText(path, "x").problem ?? {};
    return message === undefined ? "" : `${String(line)}: ${message}; ${hint ?? ""}`;
  };
  assert.equal(
    told(Buffer.from(SOUND, "latin1")),
    '2: holds what is no UTF-8: "title: Caf\uFFFD"; save it as UTF-8',
  );
  const wide = Buffer.from(`\uFEFF${SOUND}`, "utf16le");
  for (const bytes of [wide, wide.subarray(2), Buffer.from(wide).swap16()])
    assert.equal(told(bytes), "1: is in UTF-16; save it as UTF-8");
  for (const text of [SOUND, `\uFEFF${SOUND}`, "", "x", "Caf\uFFFD"])
    assert.equal(told(Buffer.from(text)), "");
});
