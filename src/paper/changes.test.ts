import assert from "node:assert/strict";
import { test } from "node:test";
import { readChanges, writeChange } from "./changes.ts";

const change = {
  at: "2026-01-02T03:04:05Z",
  sources: ["a.bib"],
  added: ["one2024"],
  changed: [{ key: "two2024", fields: ["date"] }],
  removed: ["three2024"],
};

test("a line is read as it was written; one that is none is passed over", () => {
  assert.deepEqual(readChanges(`<<<<<<< ours\n${writeChange(change)}`), [change]);
});

test("entries that earlier imports called withdrawn are removed ones", () => {
  const [read] = readChanges('{"at":"2026-01-02T03:04:05Z","withdrawn":["three2024"]}\n');
  assert.deepEqual(read?.removed, ["three2024"]);
});
