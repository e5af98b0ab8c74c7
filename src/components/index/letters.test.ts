import assert from "node:assert/strict";
import { test } from "node:test";
import type { Author } from "../../catalog/types.ts";
import { stretchesOf, byLetter } from "./letters.ts";

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

test("parts of a long letter are called by where they begin and end", () => {
  const names = ["sa, a", "sato, b", "schmidt, c", "song, d", "sun, e"];
  const authors = names.map((sortName) => ({ sortName }));
  assert.deepEqual(stretchesOf(authors, 2), ["Sa–Sato", "Schm–Song", "Sun 3"]);
});
