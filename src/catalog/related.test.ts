import assert from "node:assert/strict";
import { test } from "node:test";
import { findRelated } from "./related.ts";
import { readWord, splitWords } from "./terms.ts";

const text = (key: string, title: string, abstract: string, tags: string[] = []) => ({
  key,
  title,
  abstract,
  tags,
});

const corpus = [
  text("lora", "Low-rank adaptation", "Low-rank adaptation of attention weights by factorization."),
  text(
    "hydra",
    "Branches of low rank adaptation",
    "Parallel low-rank adaptation with more attention.",
  ),
  text("birds", "Migration of storks", "Storks cross the Sahara; ringing tells when."),
  text("cranes", "Cranes in winter", "Cranes, unlike storks, cross no Sahara."),
];

test("the nearest paper shares the rare words, and says which", () => {
  const [lora, , birds] = findRelated(corpus);
  assert.equal(lora?.[0]?.key, "hydra");
  assert.ok(lora[0].shares.includes("low-rank adaptation"), lora[0].shares.join());
  assert.equal(birds?.[0]?.key, "cranes");
});

test("nearness is mutual, never of a paper to itself, never above one", () => {
  const related = findRelated(corpus);
  for (const [i, neighbours] of related.entries()) {
    for (const { key, score } of neighbours) {
      assert.notEqual(key, corpus[i]?.key);
      assert.ok(score > 0 && score <= 1);
      const back = related[corpus.findIndex((paper) => paper.key === key)];
      assert.equal(back?.find((other) => other.key === corpus[i]?.key)?.score, score);
    }
  }
});

test("tags that a person gave weigh more than a word in passing", () => {
  const [first] = findRelated([
    text("a", "Alpha", "One storks mention.", ["federated learning"]),
    text("b", "Beta", "Nothing alike.", ["federated learning"]),
    text("c", "Gamma", "Another storks mention.", []),
  ]);
  assert.equal(first?.[0]?.key, "b");
  assert.deepEqual(first[0].shares, ["federated learning"]);
});

test("a reason leaves out a word that both have in passing", () => {
  const [first] = findRelated([
    text("a", "Federated learning at sea", "Federated learning. Weather matters.", [
      "federated learning",
    ]),
    text("b", "Federated learning on land", "Federated learning. Weather is mentioned.", [
      "federated learning",
    ]),
    text("c", "Storks", "Weather tells storks when.", []),
  ]);
  assert.equal(first?.[0]?.key, "b");
  assert.deepEqual(first[0].shares, ["federated learning"]);
});

test("a corpus of one paper, or of papers with nothing in common, has no neighbours", () => {
  assert.deepEqual(findRelated([]), []);
  assert.deepEqual(findRelated(corpus.slice(0, 1)), [[]]);
  assert.deepEqual(findRelated([corpus[0], corpus[2]].filter((paper) => paper !== undefined)), [
    [],
    [],
  ]);
});

test("words are folded over hyphens and plurals; stops, numbers and empty words part them", () => {
  const ids = (value: string) => splitWords(value).map((piece) => readWord(piece)?.id);
  assert.deepEqual(ids("Fine-tuning models"), ["finetuning", "model"]);
  assert.deepEqual(ids("attention. Weights"), ["attention", undefined, "weight"]);
  assert.deepEqual(ids("see https://example.org/attention 2024 of the"), [
    "see",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a pair of words is one reason, and never spans a stop", () => {
  const [pair] = findRelated([
    text("a", "Alpha", "Storks sleep soundly."),
    text("b", "Beta", "Here storks sleep."),
    text("c", "Gamma", "Nothing alike."),
  ]);
  assert.deepEqual(pair?.[0]?.shares, ["storks sleep"]);
  const [parted] = findRelated([
    text("a", "Alpha", "Storks. Sleep soundly."),
    text("b", "Beta", "Here storks, sleep."),
    text("c", "Gamma", "Nothing alike."),
  ]);
  assert.deepEqual(parted?.[0]?.shares.toSorted(), ["sleep", "storks"]);
});
