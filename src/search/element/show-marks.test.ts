import assert from "node:assert/strict";
import { test } from "node:test";
import { findWords } from "./show-marks.ts";

const found = (text: string, ...words: string[]) =>
  findWords(text, words).map(([start, end]) => text.slice(start, end));

test("words are found whole, in any case, the longest first", () => {
  assert.deepEqual(found("Low-rank ranks: a low-rank rank.", "rank", "low-rank"), [
    "Low-rank",
    "low-rank",
    "rank",
  ]);
});

test("signs in a word stand for themselves", () => {
  assert.deepEqual(found("C++ and (a|b) and a/b.", "c++", "(a|b)", "a/b"), ["C++", "(a|b)", "a/b"]);
});

test("no words find nothing", () => {
  assert.deepEqual(found("anything"), []);
});
