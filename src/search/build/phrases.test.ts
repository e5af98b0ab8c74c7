import assert from "node:assert/strict";
import { test } from "node:test";
import { findPhrases } from "./phrases.ts";
import { readTexts } from "./texts.ts";

const find = async (papers: { title: string; text: string }[], phrases: string[]) =>
  findPhrases(
    await readTexts(papers.map(({ title, text }) => ({ title, abstract: { text } }))),
    phrases,
    (word) => word.replace(/s$/u, ""),
  );

test("a phrase is found in papers however its words are joined, with the times it stands there", async () => {
  const found = await find(
    [
      { title: "Large language models", text: "A large-language model; large models, language." },
      { title: "Models", text: "Language, large." },
      { title: "Language", text: "Large Language. Models" },
    ],
    ["large language", "large language model", "small model"],
  );
  assert.deepEqual(
    found,
    new Map([
      [
        "large language",
        new Map([
          [0, { title: 1, abstract: 1 }],
          [2, { title: 0, abstract: 1 }],
        ]),
      ],
      [
        "large language model",
        new Map([
          [0, { title: 1, abstract: 1 }],
          [2, { title: 0, abstract: 1 }],
        ]),
      ],
    ]),
  );
});

test("letters alone are no words of the index: a phrase goes on over them", async () => {
  const found = await find([{ title: "k nearest a neighbour", text: "" }], ["nearest neighbour"]);
  assert.deepEqual([...(found.get("nearest neighbour")?.keys() ?? [])], [0]);
});
