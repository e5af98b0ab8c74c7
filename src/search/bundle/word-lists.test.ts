import assert from "node:assert/strict";
import { test } from "node:test";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { findName, nameFile, writeNames } from "./names.ts";
import { IN_TITLE, readLists, readWordLists, writeWordLists } from "./word-lists.ts";

test("numbers of any size and bytes come back", () => {
  const out = new ByteWriter();
  const numbers = [0, 127, 128, 300, 2 ** 31, 2 ** 40];
  for (const number of numbers) out.number(number);
  out.bytes([7, 8]);
  const reader = new ByteReader(out.taken());
  assert.deepEqual(
    numbers.map(() => reader.number()),
    numbers,
  );
  assert.deepEqual([...reader.bytes(2)], [7, 8]);
  assert.throws(() => reader.number(), RangeError);
});

test("word lists come back as they were written", () => {
  const file = writeWordLists([
    ["naïve", { papers: Uint32Array.of(0, 5, 70_000), marks: Uint8Array.of(1, 15 | IN_TITLE, 3) }],
    ["zero", { papers: Uint32Array.of(), marks: Uint8Array.of() }],
    ["zoom", { papers: Uint32Array.of(2), marks: Uint8Array.of(9) }],
  ]);
  const lists = readWordLists(file);
  assert.deepEqual([...lists.keys()], ["naïve", "zero", "zoom"]);
  assert.deepEqual([...(lists.get("naïve")?.papers ?? [])], [0, 5, 70_000]);
  assert.deepEqual([...(lists.get("naïve")?.marks ?? [])], [1, 15 | IN_TITLE, 3]);
  assert.deepEqual([...(lists.get("zoom")?.marks ?? [])], [9]);
});

test("a facet's values come back with their papers", () => {
  const lists = readLists(writeWordLists([["2024", { papers: Uint32Array.of(1, 2, 9) }]]));
  assert.deepEqual([...(lists.get("2024") ?? [])], [1, 2, 9]);
});

test("a name leads to its papers, and to none of another kind or name", () => {
  const files = writeNames([
    ["title", "onetitle", 3],
    ["title", "onetitle", 8],
    ["key", "onetitle", 5],
    ["author", "somebody", 1],
  ]);
  const find = (kind: "title" | "key" | "author", name: string) =>
    findName(files.get(nameFile(kind, name)) ?? new Uint8Array(), kind, name);
  assert.deepEqual(find("title", "onetitle"), [3, 8]);
  assert.deepEqual(find("key", "onetitle"), [5]);
  assert.deepEqual(find("author", "somebody"), [1]);
  assert.deepEqual(find("author", "onetitle"), []);
  assert.deepEqual(find("title", "another"), []);
});
