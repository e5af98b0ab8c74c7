import assert from "node:assert/strict";
import { test } from "node:test";
import { IN_TITLE, LEVELS } from "../bundle/word-lists.ts";
import { inAll, readImpacts, uniteImpacts } from "./impacts.ts";

const found = (papers: number[], marks: number[]) =>
  readImpacts({ papers: Uint32Array.from(papers), marks: Uint8Array.from(marks) });

test("a paper is as sure as its surest, and counts more with both, never more than the most", () => {
  const whole = found([1, 4], [LEVELS, 5]);
  const begun = found([1, 2, 4], [5, 5, 5 | IN_TITLE]);
  const both = uniteImpacts([whole, begun], 10, [1, 0.3]);
  assert.deepEqual([...both.papers], [1, 2, 4]);
  assert.equal(both.get(2)?.sure, 0.3);
  assert.equal(both.get(4)?.sure, 1);
  assert.equal(both.impacts[0], 1);
  assert.ok((both.impacts[2] ?? 0) > (whole.impacts[1] ?? 0));
  assert.equal(both.flags[2], IN_TITLE);
  // What only has something like it does not make it common.
  assert.equal(both.common, 2);
});

test("papers in all of several, and those with a flag", () => {
  const a = found([1, 4, 7], [3, 3 | IN_TITLE, 3]);
  assert.deepEqual([...inAll([a, found([4, 7, 9], [1, 1, 1])]).papers], [4, 7]);
  assert.deepEqual([...a.flagged(IN_TITLE).papers], [4]);
  assert.ok(a.has(7) && !a.has(2));
});
