import assert from "node:assert/strict";
import { test } from "node:test";
import { matcher } from "./matching.ts";

test("every word must be somewhere in the text, in any order", () => {
  const matches = matcher("law scaling");
  assert.ok(matches("Scaling Laws for Neural Machine Translation"));
  assert.ok(!matches("Scaling up"));
});

test("case and accents make no difference, whichever side has them", () => {
  assert.ok(matcher("DOLLAR")("Piotr Dollár"));
  assert.ok(matcher("dollár")("Piotr Dollar"));
});

test("a box with nothing but spaces hides nothing", () => {
  assert.ok(matcher("  ")("anything"));
});

test("signs that patterns give a meaning are signs", () => {
  assert.ok(matcher("o(1/k)")("a rate of O(1/K)"));
  assert.ok(!matcher(".*")("a rate"));
});
