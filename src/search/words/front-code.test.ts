import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readFrontCoded, writeFrontCoded } from "./front-code.ts";

test("a list is written without what its words share", () => {
  const text = writeFrontCoded([
    ["diffuse", 2],
    ["diffusion", 31],
    ["digit", 1],
  ]);
  assert.equal(text, "0diffuse 2\n6ion 31\n2git");
});

test("every list comes back", () => {
  const word = fc.stringMatching(/^[a-zà-ü0-9]{1,40}$/u);
  const list = fc.uniqueArray(fc.tuple(word, fc.nat(100_000)), { selector: ([each]) => each });
  fc.assert(
    fc.property(list, (words) => {
      const sorted = words.toSorted(([a], [b]) => (a < b ? -1 : 1));
      assert.deepEqual(readFrontCoded(writeFrontCoded(sorted)), sorted);
    }),
  );
});

test("phrases come back whole, with their numbers", () => {
  const phrases: [string, number][] = [
    ["neural", 1],
    ["neural network", 1],
    ["neural network layer", 12],
    ["neural tangent", 1],
  ];
  assert.deepEqual(readFrontCoded(writeFrontCoded(phrases)), phrases);
});
