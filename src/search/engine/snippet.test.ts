import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSnippet, splitSentences } from "./snippet.ts";

const marks = (...stems: string[]) => ({ stems: new Set(stems) });
const even = () => 1;

test("sentences end at full stops, not at abbreviations or decimals", () => {
  assert.deepEqual(splitSentences("We use k1.5, e.g. Adam et al. It works. So we stop!"), [
    "We use k1.5, e.g. Adam et al. It works. ",
    "So we stop!",
  ]);
});

test("the sentence with the words of the query is chosen, marked", () => {
  const text =
    "Large models are costly to train. We study low-rank updates of weights. Nothing else helps.";
  const runs = makeSnippet(text, marks("lowrank", "updat"), even);
  assert.deepEqual(
    runs.filter((run) => run.mark).map((run) => run.text),
    ["low-rank", "updates"],
  );
  assert.ok(
    runs
      .map((run) => run.text)
      .join("")
      .startsWith("We study"),
  );
});

test("without a match the abstract begins", () => {
  const runs = makeSnippet("First things first. Then others.", marks("zebra"), even);
  assert.ok(
    runs
      .map((run) => run.text)
      .join("")
      .startsWith("First things first."),
  );
});

test("a long sentence is cut at words around its first mark", () => {
  const text = `${"word ".repeat(120)}needle ${"word ".repeat(120)}`;
  const shown = makeSnippet(text, marks("needl"), even)
    .map((run) => run.text)
    .join("");
  assert.ok(shown.includes("needle"));
  assert.ok(shown.length < 400);
  assert.ok(shown.startsWith("… ") && shown.endsWith(" …"));
});
