import assert from "node:assert/strict";
import { test } from "node:test";
import { readTexts } from "./texts.ts";
import { collectVocabulary, listCompounds, listWords } from "./vocabulary.ts";

const vocabularyOf = async (texts: readonly string[]) =>
  collectVocabulary(await readTexts(texts.map((text) => ({ title: "", abstract: { text } }))));

test("compounds are listed once, whichever way they are written", async () => {
  const vocabulary = await vocabularyOf([
    "fine-tuning and finetuning",
    "fine tuning",
    "a data base",
    "database",
  ]);
  assert.deepEqual(listCompounds(vocabulary, 4), ["data-base", "fine-tuning"]);
});

test("a word broken at the end of a line is no compound", async () => {
  const texts = ["memory man-agement", ...Array.from({ length: 20 }, () => "management")];
  assert.deepEqual(listCompounds(await vocabularyOf(texts), texts.length), []);
});

test("a large corpus keeps the compounds that have another spelling or recur", async () => {
  const vocabulary = await vocabularyOf([
    "once-only",
    "low-rank",
    "low-rank",
    "zero-shot",
    "zero shot",
  ]);
  assert.deepEqual(listCompounds(vocabulary, 5_000), ["low-rank", "zero-shot"]);
});

test("words are listed with the texts that have them; numbers and single letters are not", async () => {
  const vocabulary = await vocabularyOf(["Rank 12 x rank", "rank-one"]);
  assert.deepEqual(listWords(vocabulary), [
    ["one", 1],
    ["rank", 2],
  ]);
});
