import assert from "node:assert/strict";
import { test } from "node:test";
import { stem } from "../words/stem.ts";
import { readLexicon } from "./lexicon.ts";

const lexicon = readLexicon(
  {
    compounds: "fine-tuning low-rank text-to-image",
    shortForms: [
      ["peft", "parameter efficient fine tuning"],
      ["ssl", "self supervised learning"],
      ["ssl", "semi supervised learning"],
      ["vlm", "vision language model"],
    ],
  },
  stem,
);

test("a closed compound has its parts", () => {
  assert.deepEqual(lexicon.partsOf(stem("finetuned")), ["fine", "tune"]);
  assert.equal(lexicon.partsOf("rank"), undefined);
});

test("the longest run of words that is one thing is found", () => {
  const words = ["paramet", "effici", "fine", "tune", "model"];
  assert.equal(lexicon.conceptAt(words, 0)?.length, 4);
  assert.equal(lexicon.conceptAt(words, 2)?.length, 2);
  assert.equal(lexicon.conceptAt(words, 4), undefined);
});

test("a short form with one meaning has a long form, one with two has none", () => {
  assert.equal(lexicon.longOf("peft")?.name, "parameter efficient fine tuning");
  assert.equal(lexicon.longOf("ssl"), undefined);
  assert.equal(lexicon.conceptAt(["ssl"], 0)?.forms.length, 3);
});

test("initials lead to a compound", () => {
  assert.equal(lexicon.initialsOf("tti"), "text-to-image");
  assert.equal(lexicon.initialsOf("lr"), undefined);
});

test("the plural of a short form is the short form", () => {
  assert.equal(lexicon.longOf(stem("vlms"))?.name, "vision language model");
});
