import assert from "node:assert/strict";
import { test } from "node:test";
import { plainCatalog } from "./plain-catalog.ts";
import { listShortForms } from "./short-forms.ts";
import { readTexts } from "./texts.ts";
import { collectVocabulary } from "./vocabulary.ts";

async function shortForms(texts: string[], synonyms: string[] = []) {
  const catalog = plainCatalog(
    texts.map((text, i) => ({ key: `k${String(i)}`, title: "Title", text, tags: ["lora"] })),
    [{ slug: "lora", data: { name: "low-rank adaptation", synonyms, match: [] } }],
  );
  return listShortForms(catalog, collectVocabulary(await readTexts(catalog.papers)));
}

test("a short form stands for what a paper says it stands for", async () => {
  assert.deepEqual(await shortForms(["We use stochastic gradient descent (SGD). SGD works."]), [
    ["sgd", "stochastic gradient descent"],
  ]);
});

test("a short form that is mostly a word is none", async () => {
  const texts = [
    "class activation topology (CAT) maps",
    "a cat sat",
    "another cat",
    "one more cat",
  ];
  assert.deepEqual(await shortForms(texts), []);
});

test("what a venue was called stands for its name", async () => {
  const catalog = plainCatalog([
    { key: "a", title: "Title", text: "Words.", venue: "NeurIPS 2022" },
    { key: "b", title: "Title", text: "Words.", venue: "Some Workshop 2022" },
  ]);
  const pairs = listShortForms(catalog, collectVocabulary(await readTexts([])));
  assert.deepEqual(pairs, [["nips", "neurips"]]);
});

test("synonyms of tags stand for the tag's name", async () => {
  assert.deepEqual(await shortForms(["no short forms"], ["LoRA"]), [
    ["lora", "low rank adaptation"],
  ]);
});
