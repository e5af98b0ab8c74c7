import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutMathml } from "./mathml.ts";

const formula = (inner: string) =>
  `<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML" display="inline">${inner}</mml:math>`;

test("a formula in MathML is what it says", () => {
  const cases: [inner: string, words: string][] = [
    ["<mml:mi>Z</mml:mi> <mml:mo>→</mml:mo>\n<mml:mi>b</mml:mi>", "Z→b"],
    ["<mml:msub><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msub>", "x_2"],
    [
      '<mml:mrow><mml:msup><mml:mi>n</mml:mi><mml:mrow><mml:mi>k</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:mrow></mml:msup><mml:mspace width="1em"/><mml:mi>a</mml:mi></mml:mrow>',
      "n^{k+1}a",
    ],
    ["<mml:msubsup><mml:mi>x</mml:mi><mml:mi>i</mml:mi><mml:mn>2</mml:mn></mml:msubsup>", "x_i^2"],
    ["<mml:mfrac><mml:mi>a</mml:mi><mml:mi>b</mml:mi></mml:mfrac>", "a/b"],
    ["<mml:mi>a", "a"],
  ];
  for (const [inner, words] of cases)
    assert.equal(withoutMathml(`of ${formula(inner)} here`), `of ${words} here`, inner);
  assert.equal(withoutMathml("<math><mi>a</mi></math>"), "a");
});

test("an element that a title is about stays, and much of it takes no time", () => {
  assert.equal(withoutMathml("On the <math> element"), "On the <math> element");
  const start = performance.now();
  withoutMathml("<mml:math>".repeat(5000));
  assert.ok(performance.now() - start < 1500);
});
