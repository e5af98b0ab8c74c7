import assert from "node:assert/strict";
import { test } from "node:test";
import { stem, unbend } from "./stem.ts";

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

test("a word and its bent forms are one, other words of the same stem are not", () => {
  for (const forms of [
    "optimizer optimizers optimizer's",
    "optimize optimizes optimized optimizing",
    "model models modeled modelled modeling",
    "study studies studied studying",
    "scale scales scaled scaling",
  ])
    assert.equal(new Set(forms.split(" ").map(unbend)).size, 1, forms);
  for (const words of ["optimal optimize optimizer optimization", "general generalization"]) {
    assert.equal(new Set(words.split(" ").map(unbend)).size, words.split(" ").length, words);
    assert.equal(new Set(words.split(" ").map(stem)).size, 1, words);
  }
});
