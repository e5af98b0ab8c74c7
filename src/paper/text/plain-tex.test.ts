import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plainTex } from "./plain-tex.ts";

test("formulas read as plain text", () => {
  const cases: [tex: string, plain: string][] = [
    ["S^2", "S²"],
    ["W^\\star", "W^⋆"],
    ["W_V", "W_V"],
    ["D_{\\mathrm{KL}}(\\text{True} \\,\\|\\, \\text{Model})", "D_KL(True | Model)"],
    ["AP_{BEV}", "AP_BEV"],
    ["O(1/K)", "O(1/K)"],
    ["O(\\sqrt{s})", "O(√s)"],
    ["L(s) = L_0 + A\\cdot S_1^{-\\alpha} - C\\cdot S_2", "L(s) = L₀ + A·S₁⁻ᵅ − C·S₂"],
    ["\\frac{a+b}{2}", "(a+b)/2"],
    ["x^2n", "x²n"],
    ["\\left( \\mathbf{x} \\right)", "( x )"],
    ["\\alpha B A / r", "α B A / r"],
    ["\\text{non-linear}", "non-linear"],
    ["100\\%", "100%"],
    ["\\ours x", "ours x"],
  ];
  for (const [tex, plain] of cases) assert.equal(plainTex(tex), plain, tex);
});

test("any text is read, and quickly", () => {
  fc.assert(fc.property(fc.string(), (tex) => typeof plainTex(tex) === "string"));
  for (const tex of [
    "{".repeat(20_000),
    "^".repeat(20_000),
    "\\frac".repeat(5000),
    "_{".repeat(5000),
  ])
    assert.equal(typeof plainTex(tex), "string");
});
