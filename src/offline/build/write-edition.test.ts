import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import type { List } from "../edition.ts";
import { LIST_FILE, packFile, partFile } from "../edition.ts";
import { placeFiles, planFetch } from "../places.ts";
import { writeEdition } from "./write-edition.ts";

const folders: string[] = [];
after(() => folders.forEach((dir) => rmSync(dir, { recursive: true })));

/** Text that packs like prose and differs from file to file. */
const prose = (seed: number) =>
  Array.from({ length: 900 }, (_, at) => ((seed * 7919 + at * at * 31) % 9973).toString(36)).join(
    " ",
  );

function makeSite(change: Record<string, string | undefined> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), "carrel-edition-"));
  folders.push(dir);
  const files: Record<string, string | undefined> = { "offline/lost/index.html": "<html>" };
  for (let at = 0; at < 200; at++) files[`papers/p${String(at)}/index.html`] = prose(at);
  for (const [path, text] of Object.entries({ ...files, ...change })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

const OPTIONS = { base: "/", limit: 5e6 };
const readList = (dir: string) =>
  JSON.parse(gunzipSync(readFileSync(join(dir, LIST_FILE))).toString()) as List;

test("every file stands where the list says, in the parts and in the archive", async () => {
  const dir = makeSite();
  await writeEdition(dir, OPTIONS);
  const list = readList(dir);
  assert.ok(list.parts.length > 3);
  for (const [path, , bytes, part, at] of placeFiles(list).flat()) {
    const archive = gunzipSync(readFileSync(join(dir, partFile(part))));
    assert.deepEqual(archive.subarray(at, at + bytes), readFileSync(join(dir, path)), path);
  }
  const parts = list.parts.map(([digest]) => readFileSync(join(dir, partFile(digest))));
  const pack = readFileSync(join(dir, packFile(0)));
  assert.deepEqual(pack.subarray(0, Buffer.concat(parts).length), Buffer.concat(parts));
  const { stdout, status } = spawnSync("tar", ["-tzf", join(dir, packFile(0))], {
    encoding: "utf8",
  });
  if (status !== null) assert.equal(stdout.trim().split("\n").length, list.files.length);
});

test("parts that an earlier build packed are taken from its site, those that are not whole or not the same are made", async () => {
  const notes = mkdtempSync(join(tmpdir(), "carrel-notes-"));
  const changed = { "papers/p3/index.html": prose(1003) };
  const [old, next, fresh] = [makeSite(), makeSite(changed), makeSite(changed)];
  folders.push(notes);
  await writeEdition(old, { ...OPTIONS, earlier: { site: join(notes, "none"), notes } });
  const before = readList(old).parts.map(([name]) => join(old, partFile(name)));
  const [damaged = "", gone = "", mark = ""] = before.slice(-3);
  writeFileSync(damaged, "damaged");
  rmSync(gone);
  // Packed otherwise than it would be now: where these bytes come out, they were taken.
  const other = gzipSync(gunzipSync(readFileSync(mark)), { level: 1 });
  const name = createHash("sha256").update(other).digest("hex").slice(0, 20);
  writeFileSync(join(old, partFile(name)), other);
  const noted = join(notes, "parts.json");
  const [was] = /[^/]+(?=\.bin$)/u.exec(mark) ?? [""];
  writeFileSync(noted, readFileSync(noted, "utf8").replace(was, name));

  await writeEdition(next, { ...OPTIONS, earlier: { site: old, notes } });
  await writeEdition(fresh, OPTIONS);
  const [taken, made] = [readList(next), readList(fresh)];
  const differ = taken.parts.filter(([part], at) => part !== made.parts[at]?.[0]);
  assert.deepEqual(
    differ.map(([part]) => part),
    [name],
  );
  assert.deepEqual(taken.files, made.files);
});

test("a page more, a page other and a page less leave most parts as they were", async () => {
  const [before, next] = [
    makeSite(),
    makeSite({
      "papers/p100/index.html": `${prose(100)} changed`,
      "papers/p101/index.html": undefined,
      "papers/p199b/index.html": prose(777),
    }),
  ];
  await writeEdition(before, OPTIONS);
  await writeEdition(next, OPTIONS);
  const [old, list] = [readList(before), readList(next)];
  const { missing } = planFetch(
    list,
    new Set(old.parts.map(([digest]) => digest)),
    placeFiles(old).flat(),
  );
  assert.ok(missing.length > 0 && missing.length <= 3, `${String(missing.length)} parts`);
});

test("the same files give the same bytes, also over an earlier edition", async () => {
  const [one, two] = [makeSite(), makeSite()];
  const first = await writeEdition(one, OPTIONS);
  assert.deepEqual(await writeEdition(two, OPTIONS), first);
  assert.deepEqual(await writeEdition(one, OPTIONS), first);
});

test("what readers are not to keep is left out", async () => {
  const dir = makeSite({ "data/papers.json": "[]" });
  await writeEdition(dir, { ...OPTIONS, without: ["data/"] });
  const paths = readList(dir).files.map(([path]) => path);
  assert.ok(!paths.includes("data/papers.json"));
  assert.ok(paths.includes("papers/p1/index.html"));
});

test("a large site is not kept unasked", async () => {
  const { auto, size } = await writeEdition(makeSite(), { ...OPTIONS, limit: 1000 });
  assert.ok(size > 1000);
  assert.equal(auto, false);
});
