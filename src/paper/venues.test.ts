import assert from "node:assert/strict";
import { test } from "node:test";
import { BUILT_IN_VENUES } from "./venues/known-venues.ts";
import { isJournal, parseVenue } from "./venues.ts";

test("a venue is a series and a year", () => {
  assert.deepEqual(parseVenue("ICLR 2025"), {
    label: "ICLR 2025",
    name: "ICLR",
    year: 2025,
    slug: "iclr",
  });
  assert.equal(
    parseVenue("Statistical Learning and Data Science 2026").name,
    "Statistical Learning and Data Science",
  );
  assert.equal(parseVenue("Proc. of X (2019)").name, "Proc. of X");
});

test("a venue without a year stays whole", () => {
  const { name, year } = parseVenue("International Conference on Learning Representations");
  assert.equal(name, "International Conference on Learning Representations");
  assert.equal(year, undefined);
});

test("a year in brackets with a town, or behind a day, is that of a meeting and part of the name", () => {
  for (const label of [
    "MEET-77 (Springfield, 1977)",
    "Proceedings of a Meeting (Univ. X, Y, 1977",
    "Theory of Tea, Como, Italy, July 22–28, 1977",
    "Theory of Tea, Como, 3 May 1977",
  ]) {
    const { name, year } = parseVenue(label);
    assert.deepEqual([name, year], [label, undefined]);
  }
  const { name, year } = parseVenue("Tea, 1977");
  assert.deepEqual([name, year], ["Tea", 1977]);
  assert.equal(parseVenue("Tea (Town) (1977)").name, "Tea (Town)");
});

test("journals are told from conferences", () => {
  assert.ok(isJournal(BUILT_IN_VENUES.read("TMLR 2023")));
  assert.ok(isJournal(BUILT_IN_VENUES.read("Neural Networks 2024")));
  assert.ok(!isJournal(BUILT_IN_VENUES.read("ICLR 2025")));
  assert.ok(isJournal(parseVenue("Journal of Machine Learning Research 2022")));
  assert.ok(!isJournal(parseVenue("NeurIPS 2023")));
});
