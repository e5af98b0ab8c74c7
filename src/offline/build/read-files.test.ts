import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readTar, TAR_END } from "../tar.ts";
import { digest } from "./measure-files.ts";
import type { Read } from "./read-files.ts";
import { readFiles } from "./read-files.ts";

const dir = mkdtempSync(join(tmpdir(), "carrel-read-"));
after(() => {
  rmSync(dir, { recursive: true });
});

const paths = Array.from({ length: 300 }, (_, i) => `${String(i)}.txt`);
const textOf = (path: string) => `What ${path} says. `.repeat(Number.parseInt(path, 10));
for (const path of paths) writeFileSync(join(dir, path), textOf(path));

/** By threads, few as they are. */
async function readAll(of: readonly string[]): Promise<Read[]> {
  const all: Read[] = [];
  for await (const read of readFiles(dir, of, 0)) all.push(read);
  return all;
}

test("files read in threads come in their order, whole, with their digests", async () => {
  const read = await readAll(paths);
  assert.deepEqual(
    read.map(({ path, bytes, digest: of }) => [path, bytes, of]),
    paths.map((path) => [path, textOf(path).length, digest(Buffer.from(textOf(path)))]),
  );
  const archive = Buffer.concat([...read.map(({ blocks }) => blocks), TAR_END]);
  assert.deepEqual(
    Array.from(readTar(archive), ({ path, content }) => [path, Buffer.from(content).toString()]),
    paths.map((path) => [path, textOf(path)]),
  );
});

test("a file that is not there ends the reading with an error that names it", async () => {
  await assert.rejects(readAll([...paths, "gone.txt"]), /gone\.txt/u);
});
