import assert from "node:assert/strict";
import { test } from "node:test";
import { withPauses } from "./year-bars.ts";

test("years between others are there, with no papers in them", () => {
  assert.deepEqual(
    withPauses([
      { year: 2014, count: 2 },
      { year: 2017, count: 1 },
    ]),
    [
      { year: 2014, count: 2 },
      { year: 2015, count: 0 },
      { year: 2016, count: 0 },
      { year: 2017, count: 1 },
    ],
  );
});

test("one year stays one, none stays none", () => {
  assert.deepEqual(withPauses([{ year: 2020, count: 3 }]), [{ year: 2020, count: 3 }]);
  assert.deepEqual(withPauses([]), []);
});
