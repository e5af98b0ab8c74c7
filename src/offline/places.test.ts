import assert from "node:assert/strict";
import { test } from "node:test";
import type { List } from "./edition.ts";
import type { Place } from "./places.ts";
import { narrowList, placeFiles, planFetch } from "./places.ts";
import { readTar, tarFile } from "./tar.ts";

/** A list of one pack: each part's digest with its files, a digest for each. */
const listOf = (parts: Record<string, Record<string, string>>): List => ({
  parts: Object.entries(parts).map(([digest, files]) => [digest, 10, Object.keys(files).length]),
  files: Object.values(parts).flatMap((files) =>
    Object.entries(files).map(([path, digest]) => [path, digest, 100] as const),
  ),
  packs: [Object.keys(parts).length],
  topics: [],
});

const digestsOf = (places: readonly Place[]) =>
  Object.fromEntries(places.map(([path, digest, , part]) => [path, `${digest} in ${part}`]));

const missingOf = ({ missing }: ReturnType<typeof planFetch>) => missing.map(([digest]) => digest);

test("a file's place is where its bytes stand in the archive, after long names too", () => {
  const names = ["a.html", `papers/${"long".repeat(40)}.html`, "empty", "z.txt"];
  const contents = names.map((name, at) => new TextEncoder().encode(name.repeat(at === 2 ? 0 : 9)));
  const archive = Buffer.concat(
    names.flatMap((name, at) => tarFile(name, contents[at] as Uint8Array)),
  );
  const files = names.map((name, at) => [name, "d", contents[at]?.length ?? 0] as const);
  const [places = []] = placeFiles({
    parts: [["p", 1, names.length]],
    files,
    packs: [1],
    topics: [],
  });
  const read = new Map(Array.from(readTar(archive), (file) => [file.path, file.content]));
  for (const [path, , bytes, , at] of places)
    assert.deepEqual(archive.subarray(at, at + bytes), read.get(path), path);
});

test("a first save fetches every part", () => {
  const plan = planFetch(listOf({ p1: { a: "1", b: "2" }, p2: { c: "3" } }), new Set());
  assert.deepEqual(missingOf(plan), ["p1", "p2"]);
  assert.deepEqual(digestsOf(plan.places), { a: "1 in p1", b: "2 in p1", c: "3 in p2" });
});

test("an update fetches the parts in which something is new, and uses the others", () => {
  const before = planFetch(listOf({ p1: { a: "1" }, p2: { b: "2" } }), new Set()).places;
  const plan = planFetch(
    listOf({ p1: { a: "1" }, p3: { b: "new" } }),
    new Set(["p1", "p2"]),
    before,
  );
  assert.deepEqual(missingOf(plan), ["p3"]);
  assert.deepEqual(digestsOf(plan.places), { a: "1 in p1", b: "new in p3" });
});

test("files that only moved are not fetched again", () => {
  const before = planFetch(listOf({ p1: { "old/a": "1", "old/b": "2" } }), new Set()).places;
  const plan = planFetch(listOf({ p2: { "new/a": "1", "new/b": "2" } }), new Set(["p1"]), before);
  assert.deepEqual(missingOf(plan), []);
  assert.deepEqual(digestsOf(plan.places), { "new/a": "1 in p1", "new/b": "2 in p1" });
});

test("a part is not held on to for the sake of one file of many", () => {
  const before = planFetch(
    listOf({ p1: { a: "1", b: "2", c: "3", d: "4", e: "5" } }),
    new Set(),
  ).places;
  const plan = planFetch(listOf({ p2: { a: "1" } }), new Set(["p1"]), before);
  assert.deepEqual(missingOf(plan), ["p2"]);
  assert.deepEqual(digestsOf(plan.places), { a: "1 in p2" });
});

test("what the device lost is fetched, whatever is remembered", () => {
  const list = listOf({ p1: { a: "1" } });
  const before = planFetch(list, new Set()).places;
  assert.deepEqual(missingOf(planFetch(list, new Set(), before)), ["p1"]);
});

test("a reader of one topic needs its parts alone", () => {
  const list: List = {
    ...listOf({ shared: { home: "1" }, a: { "papers/a": "2" }, b: { "papers/b": "3" } }),
    topics: [
      ["first", [0, 1]],
      ["second", [0, 2]],
    ],
  };
  const plan = planFetch(narrowList(list, ["second"]), new Set(["shared"]));
  assert.deepEqual(missingOf(plan), ["b"]);
  assert.deepEqual(digestsOf(plan.places), { home: "1 in shared", "papers/b": "3 in b" });
});
