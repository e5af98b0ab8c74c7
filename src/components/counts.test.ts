import assert from "node:assert/strict";
import { test } from "node:test";
import { counted } from "./counts.ts";

test("counts are written in groups of three digits, with the noun that goes with them", () => {
  const counts = [0, 1, 63, 11_152].map((n) => counted(n, "paper"));
  assert.deepEqual(counts, ["0 papers", "1 paper", "63 papers", "11,152 papers"]);
  assert.equal(
    counted(1, "conference or journal", "conferences and journals"),
    "1 conference or journal",
  );
});
