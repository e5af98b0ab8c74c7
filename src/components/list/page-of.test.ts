import assert from "node:assert/strict";
import { test } from "node:test";
import { listPages, offeredPages, pageOf } from "./page-of.ts";

const letters = ["a", "b", "c", "d", "e", "f", "g"];

test("a page holds its part of the list and says where it stands", () => {
  assert.deepEqual(pageOf(letters, 2, 3), {
    items: ["d", "e", "f"],
    page: 2,
    pages: 3,
    first: 4,
    total: 7,
  });
  assert.deepEqual(pageOf(letters, 3, 3).items, ["g"]);
});

test("an empty list has one page with nothing on it", () => {
  assert.deepEqual(pageOf([], 1, 50), { items: [], page: 1, pages: 1, first: 0, total: 0 });
  assert.deepEqual(listPages(0, 50), [{ page: 1, path: undefined }]);
});

test("only pages after the first add to the path", () => {
  assert.deepEqual(listPages(101, 50), [
    { page: 1, path: undefined },
    { page: 2, path: "page/2" },
    { page: 3, path: "page/3" },
  ]);
});

test("a list that fills its last page exactly has no empty one after it", () => {
  assert.equal(listPages(100, 50).length, 2);
});

test("a pager offers both ends and the neighbours, with a gap where pages are left out", () => {
  assert.deepEqual(offeredPages(10, 20), [1, 0, 8, 9, 10, 11, 12, 0, 20]);
  assert.deepEqual(offeredPages(1, 3), [1, 2, 3]);
  assert.deepEqual(offeredPages(1, 20), [1, 2, 3, 0, 20]);
});
