import assert from "node:assert/strict";
import { test } from "node:test";
import { textDirective } from "./text-fragment.ts";

test("a short passage is named whole, signs that mean something encoded", () => {
  assert.equal(
    textDirective(["A low-rank, fast & cheap way."]),
    "A%20low%2Drank%2C%20fast%20%26%20cheap%20way.",
  );
});

test("a long one by its first and last words", () => {
  assert.equal(
    textDirective(["one two three four five six seven eight nine"]),
    "one%20two%20three%20four,six%20seven%20eight%20nine",
  );
});

test("formulas are left out of the words that are looked for", () => {
  assert.equal(textDirective(["We show ", " holds for all ", ""]), "We%20show,holds%20for%20all");
});
