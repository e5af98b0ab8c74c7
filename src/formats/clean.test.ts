import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanParagraph } from "./clean.ts";

test("a paragraph is one line; marked items, two at least, are lines of their own", () => {
  assert.equal(cleanParagraph(" a\r\n  b "), "a b");
  assert.equal(cleanParagraph("We do:\n 1. a\n b\n 2. c"), "We do:\n1. a b\n2. c");
  assert.equal(cleanParagraph("• a\r• b"), "• a\n• b");
  assert.equal(cleanParagraph("It is 3\n- 2 or so."), "It is 3 - 2 or so.");
});
