import assert from "node:assert/strict";
import { test } from "node:test";
import { stem } from "./stem.ts";

// From the sample vocabulary of Snowball's English stemmer.
const SAMPLE = {
  consign: "consign",
  consigned: "consign",
  consigning: "consign",
  consignment: "consign",
  consist: "consist",
  consisted: "consist",
  consistency: "consist",
  consistent: "consist",
  consistently: "consist",
  consolation: "consol",
  consolatory: "consolatori",
  consolidate: "consolid",
  knack: "knack",
  knackeries: "knackeri",
  knavish: "knavish",
  kneaded: "knead",
  knightly: "knight",
  knots: "knot",
};

test("words are stemmed as Snowball does", () => {
  for (const [word, expected] of Object.entries(SAMPLE)) assert.equal(stem(word), expected, word);
});

test("forms of one word meet", () => {
  assert.equal(stem("diffusion"), stem("diffuse"));
  assert.equal(stem("scaling"), stem("scales"));
  assert.equal(stem("hopping"), stem("hops"));
});

test("words that only look related stay apart", () => {
  assert.notEqual(stem("universal"), stem("university"));
  assert.notEqual(stem("organ"), stem("organization"));
  assert.notEqual(stem("news"), stem("new"));
});

test("words too short to have an ending stay", () => {
  assert.equal(stem("as"), "as");
  assert.equal(stem("ml"), "ml");
});
