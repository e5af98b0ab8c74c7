import assert from "node:assert/strict";
import { test } from "node:test";
import { authorSearch, plainSpelling } from "./lost.ts";

test("any version of an arXiv paper leads to the paper", () => {
  assert.equal(plainSpelling("/carrel/abs/2502.01441v12/"), "/carrel/abs/2502.01441/");
  assert.equal(plainSpelling("/abs/2502.01441v7"), "/abs/2502.01441/");
  assert.equal(plainSpelling("/abs/hep-th/9901001v3/"), "/abs/hep-th/9901001/");
});

test("keys and DOIs are found in other letters", () => {
  assert.equal(plainSpelling("/papers/Dao2025Improved/"), "/papers/dao2025improved/");
  assert.equal(plainSpelling("/doi/10.1109/ABC.1"), "/doi/10.1109/abc.1/");
});

test("what is plain already stays where it is", () => {
  assert.equal(plainSpelling("/papers/nobody2020nothing/"), undefined);
  assert.equal(plainSpelling("/"), undefined);
});

test("the page for what is lost looks for nothing when it is opened by its own name", () => {
  assert.equal(plainSpelling("/404.html"), undefined);
  assert.equal(plainSpelling("/carrel/404.html"), undefined);
});

test("an author without a page is searched for, and nothing else is", () => {
  const of = (path: string) => authorSearch(path, "/carrel/search/");
  assert.equal(of("/carrel/authors/bo-only/"), "/carrel/search/?author=bo-only");
  assert.equal(of("/carrel/authors/bo-only"), "/carrel/search/?author=bo-only");
  assert.equal(of("/carrel/authors/"), undefined);
  assert.equal(of("/carrel/papers/nobody2020nothing/"), undefined);
});
