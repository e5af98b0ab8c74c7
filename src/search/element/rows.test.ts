import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDateShort, parseDate } from "../../paper/dates.ts";
import { nameAuthors, nameDate } from "./rows.ts";

test("a row dates a paper as every other list does", () => {
  for (const iso of ["2024", "2024-06", "2024-06-05", "2025-12-31"]) {
    const date = parseDate(iso);
    assert.equal(nameDate(iso), date && formatDateShort(date));
  }
  assert.equal(nameDate(""), "");
});

test("a row names three authors, then et al.", () => {
  const people = ["A", "B", "C", "D"].map((name) => ({ name }));
  assert.equal(nameAuthors(people.slice(0, 3)), "A, B, C");
  assert.equal(nameAuthors(people), "A, B, C et al.");
  assert.equal(nameAuthors([]), "");
});
