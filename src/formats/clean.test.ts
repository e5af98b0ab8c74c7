import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanParagraph, cleanText } from "./clean.ts";

test("a paragraph is one line; marked items, two at least, are lines of their own", () => {
  assert.equal(cleanParagraph(" a\r\n  b "), "a b");
  assert.equal(cleanParagraph("We do:\n 1. a\n b\n 2. c"), "We do:\n1. a b\n2. c");
  assert.equal(cleanParagraph("• a\r• b"), "• a\n• b");
  assert.equal(cleanParagraph("It is 3\n- 2 or so."), "It is 3 - 2 or so.");
});

test("a letter and its mark are one character, a dotless letter with a mark too", () => {
  assert.equal(
    cleanText("Zoe\u0308 Mu\u0308ller, Vi\u0301ctor and V\u0131\u0301ctor"),
    "Zo\u00EB M\u00FCller, V\u00EDctor and V\u00EDctor",
  );
  assert.equal(cleanText("Ayd\u0131n I\u015F\u0131k"), "Ayd\u0131n I\u015F\u0131k");
});
