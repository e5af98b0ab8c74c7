import assert from "node:assert/strict";
import { test } from "node:test";
import { drawBlocks } from "./drawing.ts";
import { markOf } from "./sentence-mark.ts";
import { splitSentences } from "./sentences.ts";
import type { Block } from "./tree.ts";

const ABSTRACT = "Adaptation is costly. We train adapters of low rank. They match full tuning.";

const marks = (text: string) =>
  splitSentences(text).map(({ start, end }) => markOf(text.slice(start, end)));

test("a sentence keeps its mark when others come, go or change", () => {
  const [, own, last] = marks(ABSTRACT);
  assert.deepEqual(marks(`A new start. ${ABSTRACT}`).slice(2), [own, last]);
  assert.equal(marks(ABSTRACT.replace("costly", "cheap"))[1], own);
  assert.equal(marks("We train adapters of low rank.")[0], own);
});

test("spaces, signs and capitals change no mark, words do", () => {
  assert.equal(
    markOf("We train adapters – of low rank!"),
    markOf("we train Adapters of low rank."),
  );
  assert.notEqual(markOf("We train adapters."), markOf("We train an adapter."));
});

test("a mark is an id that any address can end in", () => {
  for (const text of [ABSTRACT, "", "我们提出新方法。", "O(n²)"])
    assert.match(markOf(text), /^q[\da-z]{5}$/u);
});

test("two equal sentences do not share an id on their page", () => {
  const block: Block = {
    type: "paragraph",
    children: [{ type: "text", value: "It works. It works. It is fast." }],
  };
  const { html } = drawBlocks([block], { math: (tex) => tex, mark: markOf });
  const ids = [...html.matchAll(/ id="(q\w+)"/gu)].map(([, id]) => id);
  assert.deepEqual(ids, [markOf("It works."), markOf("It is fast.")]);
});
