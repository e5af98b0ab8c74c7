import assert from "node:assert/strict";
import { test } from "node:test";
import { createTermNames, numberTexts, walkTerms } from "./term-counts.ts";

/** The terms of a text in reading order, spelled out. */
function termsOf(text: string): string[] {
  const numbered = numberTexts([[{ text, weight: 1 }]]);
  const names = createTermNames(numbered);
  const terms: string[] = [];
  for (const each of numbered.texts)
    walkTerms(each, names, (term) => {
      terms.push(
        names
          .parts(term)
          .map((word) => numbered.words[word])
          .join(" "),
      );
    });
  return terms;
}

test("terms are folded over hyphens and plurals, and never span a stop", () => {
  assert.deepEqual(termsOf("Fine-tuning models"), ["finetuning", "model", "finetuning model"]);
  assert.deepEqual(termsOf("attention. Weights"), ["attention", "weight"]);
  assert.deepEqual(termsOf("see https://example.org/attention 2024 of the"), ["see"]);
});
