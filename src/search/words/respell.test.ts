import assert from "node:assert/strict";
import { test } from "node:test";
import { spellings } from "./respell.ts";

const PAIRS = [
  ["optimise", "optimize"],
  ["optimisation", "optimization"],
  ["analyse", "analyze"],
  ["behaviour", "behavior"],
  ["modelling", "modeling"],
  ["labelled", "labeled"],
  ["catalogue", "catalog"],
  ["centre", "center"],
] as const;

test("a British and an American spelling reach each other", () => {
  for (const [british, american] of PAIRS) {
    assert.ok(spellings(british).includes(american), british);
    assert.ok(spellings(american).includes(british), american);
  }
});

test("an l after the only vowel of a word is doubled by mistake alone", () => {
  assert.ok(!spellings("scalling").includes("scaling"));
  assert.ok(!spellings("scaling").includes("scalling"));
});

test("short words have no other spelling", () => {
  assert.deepEqual(spellings("our"), ["our"]);
});
