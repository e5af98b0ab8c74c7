import assert from "node:assert/strict";
import { test } from "node:test";
import type { Author } from "../../catalog/types.ts";
import { byLetter } from "./letters.ts";

const author = (name: string, letter: string): Author => ({
  slug: name.toLowerCase(),
  name,
  sortName: name.toLowerCase(),
  letter,
  papers: [],
  coauthors: [],
});

test("letters stand in order, other scripts last, and names keep their order", () => {
  const groups = byLetter([
    author("李", "#"),
    author("Bo", "B"),
    author("Abe", "A"),
    author("Ada", "A"),
  ]);
  assert.deepEqual(
    groups.map(({ letter, authors }) => [letter, authors.map(({ name }) => name)]),
    [
      ["A", ["Abe", "Ada"]],
      ["B", ["Bo"]],
      ["#", ["李"]],
    ],
  );
});
