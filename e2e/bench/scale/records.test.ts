import assert from "node:assert/strict";
import { test } from "node:test";
import type { Item } from "./records.ts";
import { createRandom, measureGrowth, multiply } from "./records.ts";

const random = createRandom(7);
const letters = () => String.fromCodePoint(97 + Math.floor(26 * random() ** 2));
const word = () => Array.from({ length: 4 + Math.floor(3 * random()) }, letters).join("");
const items = Array.from({ length: 50 }, (_, i): Item => ({
  id: `paper${String(i)}`,
  title: `${word()} ${word()}`,
  abstract: Array.from({ length: 80 }, word).join(" "),
  author: [{ family: "Doe", given: "Jo" }],
}));
const wordsOf = (list: readonly Item[]) =>
  list.flatMap(({ abstract = "" }) => abstract.match(/[a-z]{4,}/gu) ?? []);

test("the same corpus gives the same records, each with an id and a title of its own", () => {
  const made = [...multiply(items, 175)];
  assert.deepEqual(made, [...multiply(items, 175)]);
  assert.equal(new Set(made.map(({ id }) => id)).size, 175);
  assert.equal(new Set(made.map(({ title }) => title)).size, 175);
  assert.deepEqual(made.slice(0, 50), items);
});

test("the vocabulary of four times the text is about what the corpus's own growth says", () => {
  const tokens = wordsOf(items);
  const { k, beta } = measureGrowth(tokens);
  const made = wordsOf([...multiply(items, 200)]);
  const expected = k * made.length ** beta;
  const found = new Set(made).size;
  assert.ok(
    Math.abs(found - expected) < 0.25 * expected,
    `${String(found)} of ${String(expected)}`,
  );
});

test("fewer records than there are stay as they are", () => {
  assert.deepEqual([...multiply(items, 3)], items.slice(0, 3));
});
