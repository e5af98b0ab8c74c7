import assert from "node:assert/strict";
import { test } from "node:test";
import { sayProgress } from "./progress.ts";

test("progress says how many pages of how many, and how long the rest takes at the same pace", () => {
  assert.equal(sayProgress(0, 100, 0), "0 of 100 pages");
  assert.equal(sayProgress(2_500, 10_000, 10), "2,500 of 10,000 pages, 30 s left");
  assert.equal(sayProgress(1_000, 100_000, 10), "1,000 of 100,000 pages, 17 min left");
});

test("threads that look for more than there is do not count", () => {
  assert.equal(sayProgress(164, 100, 3), "100 of 100 pages");
});
