import assert from "node:assert/strict";
import { test } from "node:test";
import { nameAuthors, nameDate } from "./rows.ts";

test("a row dates a paper as precisely as its date is known", () => {
  assert.equal(nameDate("2024-06-05"), "5 Jun 2024");
  assert.equal(nameDate("2024-06"), "Jun 2024");
  assert.equal(nameDate("2024"), "2024");
  assert.equal(nameDate(""), "");
});

test("a row names three authors, then et al.", () => {
  const people = ["A", "B", "C", "D"].map((name) => ({ name }));
  assert.equal(nameAuthors(people.slice(0, 3)), "A, B, C");
  assert.equal(nameAuthors(people), "A, B, C et al.");
  assert.equal(nameAuthors([]), "");
});
