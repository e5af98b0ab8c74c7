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
  "The U.S. Army and U.K. Biobank of St. Louis gave 5.5% more (see No. 5, p. 3, Prop. 2).",
  "It was said to Dr. Smith, Jr. vs. Prof. Jones.",
  "We gain 3.2%–4.1%, e.g. on CIFAR-10 vs. SVHN, cf. Mallinar et al. 2022, Thm. 3.",
  "Numbers like 1,000.5 and v2.0.1 stay, as do a.b.c and foo.Bar names.",
  'We answer the question "Is a picture worth a thousand words?"; it is.',
  "The loss \uFFFC. grows.",
  "Approx. 10 GPUs with approx. 5 GB each, no. 4 among them.",
];

for (const text of WHOLE)
  test(`is one sentence: ${text}`, () => {
    assert.deepEqual(split(text), [text.trim()]);
  });

const COUNTED =
  "(1). We ask. (2). We answer. 3). We prove. (4.) We test. IV. We publish. B. Then all.";

test("what counts a sentence belongs to it", () => {
  assert.deepEqual(split(COUNTED), [
    "(1). We ask.",
    "(2). We answer.",
    "3). We prove.",
    "(4.) We test.",
    "IV. We publish.",
    "B. Then all.",
  ]);
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
  [
    "It runs on ViT-L. Learned features and J.-P. Serre help.",
    ["It runs on ViT-L.", "Learned features and J.-P. Serre help."],
  ],
  [
    "We study CF. Our view of DR. Drawing helps.",
    ["We study CF.", "Our view of DR.", "Drawing helps."],
  ],
  ["See FIG. 2 and EQ. 3.", ["See FIG. 2 and EQ. 3."]],
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
