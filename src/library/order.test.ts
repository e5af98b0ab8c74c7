import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { comparePlaces, placeBetween } from "./order.ts";

test("a place between two is between them, at an end beyond it", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (before, gap) => {
      const place = placeBetween(before, before + gap);
      assert.ok(place !== undefined && place > before && place < before + gap);
    }),
    { seed: 11 },
  );
  assert.ok((placeBetween(undefined, 4) ?? 9) < 4);
  assert.ok((placeBetween(4, undefined) ?? 0) > 4);
});

test("where no number is left between two, it says so", () => {
  assert.equal(placeBetween(1, 1 + Number.EPSILON), undefined);
  assert.equal(placeBetween(3, 3), undefined);
});

test("papers with one place have one order, whoever sorts them", () => {
  const [a, b] = [
    { key: "a", place: 1 },
    { key: "b", place: 1 },
  ];
  assert.deepEqual([b, a].sort(comparePlaces), [a, b]);
});
