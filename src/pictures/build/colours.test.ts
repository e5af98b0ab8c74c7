import assert from "node:assert/strict";
import { test } from "node:test";
import { stripe, toHex } from "./colours.ts";

test("OKLCH becomes the sRGB that its author's tables give", () => {
  assert.equal(toHex(1, 0, 0), "#ffffff");
  assert.equal(toHex(0, 0, 0), "#000000");
  // The primaries of sRGB in OKLCH, to four digits (CSS Color 4).
  assert.equal(toHex(0.62796, 0.25768, 29.234), "#ff0000");
  assert.equal(toHex(0.86644, 0.29483, 142.495), "#00ff00");
  assert.equal(toHex(0.45201, 0.31321, 264.052), "#0000ff");
});

test("the twelve topics have twelve colours", () => {
  assert.equal(new Set(Array.from({ length: 12 }, (_, at) => stripe(at + 1))).size, 12);
});
