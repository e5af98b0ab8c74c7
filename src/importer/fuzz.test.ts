import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "../../e2e/fuzz/check.ts";

/**
 * Inputs that once hung or took time in the square of their length: comment signs, spaces, columns, braces in a
 * formula that MDX's parser took for an expression. `npm run fuzz -- --seed N` shows what is wrong with one.
 */
const SEEDS = [
  ...[330, 1097, 1139, 1578, 4960, 5594, 8469, 8788, 14786, 17561, 177385, 272723, 274593],
  ...[277096, 434653, 434801, 488381, 544800, 557407, 621375, 625680, 639123, 5024136, 5172038],
  ...[30468184, 50019001, 60447182, 92961218, 93305121],
];

test("inputs that fuzzing once failed with are read, in time and the same however they are cut", () => {
  const faults = SEEDS.map((seed) => ({ seed, fault: check(seed) }));
  assert.deepEqual(
    faults.filter(({ fault }) => fault !== undefined),
    [],
  );
});
