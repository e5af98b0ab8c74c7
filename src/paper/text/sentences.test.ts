import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { splitSentences } from "./sentences.ts";

const split = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

const WHOLE = [
  "We follow He et al. (2015) and, e.g., Smith et al., i.e. the usual way vs. ours.",
  "See Fig. 2, Eq. 3 and Sec. 4.1 for a gain of 4.5 points on Llama 2.",
  "Work of J. Smith and D. E. Knuth holds under i.i.d. sampling.",
  "We report on Kimi k1.5, our latest model, at https://example.org/a.b?c=d. ",
  "We show that (i) it scales, or so it seems (see App. B. Proofs are there) and (ii) it holds.",
  "We offer (1) width scaling; (2) depth scaling; and (3) both.",
  "Training ... for now is slow.",
  'We answer the question "Is a picture worth a thousand words?"; it is.',
  "The loss \uFFFC. grows.",
  "Approx. 10 GPUs with approx. 5 GB each, no. 4 among them.",
];

for (const text of WHOLE)
  test(`is one sentence: ${text}`, () => {
    assert.deepEqual(split(text), [text.trim()]);
  });

const PARTED: [string, string[]][] = [
  ["We do X. We do Y! Do we? Yes.", ["We do X.", "We do Y!", "Do we?", "Yes."]],
  [
    "It is better than Vaswani et al. We prove it.",
    ["It is better than Vaswani et al.", "We prove it."],
  ],
  ["Take the matrix A. We factor it.", ["Take the matrix A.", "We factor it."]],
  [
    "Vision Transformers(ViT), etc. However, it fails.",
    ["Vision Transformers(ViT), etc.", "However, it fails."],
  ],
  ['They call it "scaling." Others do not.', ['They call it "scaling."', "Others do not."]],
  ["(It works.) It is fast.", ["(It works.)", "It is fast."]],
  ["It gains 3.5. \uFFFC is small.", ["It gains 3.5.", "\uFFFC is small."]],
  ["In 2015. The rest came.", ["In 2015.", "The rest came."]],
  ["Code: https://a.b/c. We thank all.", ["Code: https://a.b/c.", "We thank all."]],
  ["我们提出新方法。它很快。", ["我们提出新方法。", "它很快。"]],
];

for (const [text, expected] of PARTED)
  test(`parts: ${text}`, () => {
    assert.deepEqual(split(text), expected);
  });

test("covers every character but the spaces between, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      let rest = "";
      let at = 0;
      for (const { start, end } of splitSentences(text)) {
        assert.ok(start >= at && end > start);
        rest += text.slice(at, start);
        at = end;
      }
      assert.equal((rest + text.slice(at)).trim(), "");
    }),
    { seed: 7, numRuns: 2000 },
  );
});
