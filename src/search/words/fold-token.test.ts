import assert from "node:assert/strict";
import { test } from "node:test";
import { foldTitle, foldToken, readChunk, readChunks } from "./fold-token.ts";

test("every way to write a symbol folds to what a keyboard has", () => {
  assert.equal(foldToken("Dollár"), "dollar");
  assert.equal(foldToken("ℓ₂"), "l2");
  assert.equal(foldToken("S²"), "s2");
  assert.equal(foldToken("α"), "alpha");
  assert.equal(foldToken("∞"), foldToken("infty"));
});

test("a stretch is read joined and in parts", () => {
  assert.deepEqual(readChunk("Fine-Tuning"), { joined: "finetuning", parts: ["fine", "tuning"] });
  assert.deepEqual(readChunk("k1.5,"), { joined: "k15", parts: ["k1", "5"] });
  assert.deepEqual(readChunk("Bayes’s"), { joined: "bayes", parts: ["bayes"] });
  assert.equal(readChunk("—"), undefined);
});

test("dashes and slashes between words divide, hyphens do not", () => {
  const joined = readChunks("run—each and/or end-to-end").map((chunk) => chunk.joined);
  assert.deepEqual(joined, ["run", "each", "and", "or", "endtoend"]);
});

test("titles fold alike whatever their spacing, case and punctuation", () => {
  assert.equal(foldTitle("LoRA: Low-Rank Adaptation"), foldTitle("lora low rank adaptation"));
});

test("a norm is one word however it is typed", () => {
  for (const typed of ["ℓ₂", "ℓ2", "\\ell_2", "ell_2", "L2", "l_2"])
    assert.equal(readChunk(typed)?.joined, "l2", typed);
  assert.equal(readChunk("ell")?.joined, "ell");
  assert.equal(readChunk("bell2")?.joined, "bell2");
});
