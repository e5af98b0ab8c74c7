import assert from "node:assert/strict";
import { test } from "node:test";
import { rowNames } from "./row-names.ts";

const people = (...names: string[]) => names.map((name) => ({ name }));

test("three authors are named, more become et al.", () => {
  assert.equal(rowNames(people("A", "B", "C")), "A, B, C");
  assert.equal(rowNames(people("A", "B", "C", "D")), "A, B, C et\u00a0al.");
});

test("a paper without authors names nobody", () => {
  assert.equal(rowNames([]), "");
});
