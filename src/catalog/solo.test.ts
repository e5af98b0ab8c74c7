import assert from "node:assert/strict";
import { test } from "node:test";
import { findSolo } from "./solo.ts";
import type { Author } from "./types.ts";

const author = (slug: string, papers: string[]): Author => ({
  slug,
  name: slug,
  sortName: slug,
  letter: "A",
  papers,
  coauthors: [],
});
const corpus = () => ({
  papers: ["a", "b"],
  authors: [author("often", ["a", "b"]), author("once", ["b"])],
});

test("within the budget every author has a page", () => {
  assert.equal(findSolo(corpus(), 4).size, 0);
});

test("beyond it those of one paper have none, and the paper is known", () => {
  const solo = findSolo(corpus(), 3);
  assert.deepEqual([...solo.keys()], ["once"]);
  assert.deepEqual(solo.get("once")?.papers, ["b"]);
});
