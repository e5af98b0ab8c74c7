import assert from "node:assert/strict";
import { test } from "node:test";
import { createTermTable } from "./term-table.ts";

test("terms are numbered as they come, and found again however many there are", () => {
  const table = createTermTable();
  // Words, and pairs beyond thirty-two bits that share their low ones.
  const terms = Array.from({ length: 70_000 }, (_, i) => (i % 2 === 0 ? i : i * 2 ** 32 + 5));
  for (const [i, term] of terms.entries()) assert.equal(table.add(term), i);
  for (const [i, term] of terms.entries()) {
    assert.equal(table.add(term), i);
    assert.equal(table.find(term), i);
    assert.equal(table.term(i), term);
  }
  assert.equal(table.size, terms.length);
  assert.equal(table.find(1), -1);
});
