import assert from "node:assert/strict";
import { test } from "node:test";
import { balanceBraces } from "./balance.ts";

test("braces that pair off stay as they are, escaped ones too", () => {
  for (const text of ["", "a {b} c", "\\{a\\}", "$\\{x \\mid y\\}$", "{{a}{b}}"])
    assert.equal(balanceBraces(text), text);
});

test("a brace without a partner becomes a command that shows it", () => {
  assert.equal(balanceBraces("alignment\\}measure"), "alignment\\textbraceright{}measure");
  assert.equal(balanceBraces("\\}\\{"), "\\textbraceright{}\\textbraceleft{}");
  assert.equal(balanceBraces("$O(1/\\log T}$"), "$O(1/\\log T\\rbrace $");
  assert.equal(
    balanceBraces("$\\left\\{x\\right.$ \\{"),
    "$\\left\\lbrace x\\right.$ \\textbraceleft{}",
  );
});

test("an escaped dollar sign begins no formula", () => {
  assert.equal(balanceBraces("\\$5 \\{"), "\\$5 \\textbraceleft{}");
});
