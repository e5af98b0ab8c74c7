import assert from "node:assert/strict";
import { test } from "node:test";
import { mean, measure, quantile } from "./measures.ts";

const right = new Map([
  ["a", 1],
  ["b", 1],
]);

test("right papers first is perfect, none is nothing", () => {
  assert.deepEqual(measure(["a", "b", "c"], right), { ndcg10: 1, recall100: 1, mrr10: 1 });
  assert.deepEqual(measure(["c", "d"], right), { ndcg10: 0, recall100: 0, mrr10: 0 });
});

test("a later place counts less", () => {
  const { ndcg10, recall100, mrr10 } = measure(["c", "a"], right);
  // One right paper at the second place, of an ideal of two: (1 / log2 3) / (1 + 1 / log2 3).
  assert.ok(Math.abs(ndcg10 - 0.6309 / 1.6309) < 1e-3);
  assert.equal(recall100, 0.5);
  assert.equal(mrr10, 0.5);
});

test("means and quantiles", () => {
  assert.equal(mean([1, 2, 3]), 2);
  assert.equal(quantile([4, 1, 3, 2], 0.5), 3);
});
