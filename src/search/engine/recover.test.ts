import assert from "node:assert/strict";
import { test } from "node:test";
import type { Vocabulary } from "./recover.ts";
import { completeWord, editDistance, nearestWords, splitWord } from "./recover.ts";

const VOCABULARY: Vocabulary = [
  ["adam", 9],
  ["adaptation", 12],
  ["adaption", 1],
  ["diffuse", 2],
  ["diffusion", 30],
  ["model", 60],
  ["moral", 1],
  ["quantization", 14],
  ["task", 40],
  ["transformer", 21],
  ["vector", 9],
];

test("a letter left out, put in, mistaken or swapped is one slip", () => {
  for (const slip of ["difusion", "diffussion", "diffision", "diffuison"])
    assert.ok(editDistance(slip, "diffusion", 2) <= 1, slip);
});

test("a distance beyond the most is only said to be beyond", () => {
  assert.ok(editDistance("adam", "transformer", 2) > 2);
});

test("the nearest word comes first, the commoner of equals", () => {
  assert.equal(nearestWords("difusion", VOCABULARY, 2)[0], "diffusion");
  assert.equal(nearestWords("trasnformer", VOCABULARY, 2)[0], "transformer");
  assert.equal(nearestWords("moael", VOCABULARY, 2)[0], "model");
});

test("short forms and numbers are taken as they are", () => {
  assert.deepEqual(nearestWords("rlhf", VOCABULARY, 2), []);
  assert.deepEqual(nearestWords("gpt4", VOCABULARY, 2), []);
});

test("words run together come apart", () => {
  assert.deepEqual(splitWord("taskvector", VOCABULARY), ["task", "vector"]);
  assert.equal(splitWord("vectorspace", VOCABULARY), undefined);
});

test("an unfinished word is completed to the commonest", () => {
  assert.equal(completeWord("diffus", VOCABULARY), "diffusion");
  assert.equal(completeWord("quant", VOCABULARY), undefined, "seven letters more is a guess");
});
