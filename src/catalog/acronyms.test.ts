import assert from "node:assert/strict";
import { test } from "node:test";
import { collectAcronyms, findAcronyms, findLongForm } from "./acronyms.ts";

test("a long form before parentheses gives its short form", () => {
  assert.deepEqual(
    findAcronyms("We study low-rank adaptation (LoRA) of large language models (LLMs)."),
    [
      { short: "LoRA", long: "low-rank adaptation" },
      { short: "LLM", long: "large language models" },
    ],
  );
});

test("a short form before its long form in parentheses counts too", () => {
  assert.deepEqual(findAcronyms("We use SAM (sharpness-aware minimization) here."), [
    { short: "SAM", long: "sharpness-aware minimization" },
  ]);
});

test("the long form is the shortest that holds the letters", () => {
  assert.equal(findLongForm("DG", "reduce the domain generalization"), "domain generalization");
  assert.equal(findLongForm("XYZ", "no such letters"), undefined);
});

test("a long form has no parenthesis of another's in it", () => {
  const text = "Private descent (DP-SGD) with gradient clipping (DP-SGD-GC) converges.";
  assert.deepEqual(findAcronyms(text), []);
});

test("the letters of a short form may also come from inside of words", () => {
  assert.deepEqual(findAcronyms("a Population Transformer (PopT) for recordings"), [
    { short: "PopT", long: "Population Transformer" },
  ]);
});

test("what merely stands in parentheses is no short form", () => {
  for (const text of [
    "better results (see Table 2)",
    "in three steps (i) and (ii)",
    "a score (Top-1)",
    "on the dataset (COCO)",
    "He et al. (2015)",
    "the method of the paper (TMP)",
  ])
    assert.deepEqual(findAcronyms(text), [], text);
});

test("a corpus lists each meaning once, most used first", () => {
  const all = collectAcronyms([
    { key: "a", acronyms: [{ short: "SFT", long: "supervised fine-tuning" }] },
    { key: "b", acronyms: [{ short: "SFT", long: "Supervised Fine Tuning" }] },
    { key: "c", acronyms: [{ short: "SFT", long: "sparse fine-tuning" }] },
  ]);
  assert.deepEqual(
    all.map(({ long, papers }) => [long, papers]),
    [
      ["supervised fine-tuning", ["a", "b"]],
      ["sparse fine-tuning", ["c"]],
    ],
  );
});
