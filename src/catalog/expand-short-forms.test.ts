import assert from "node:assert/strict";
import { test } from "node:test";
import { expandShortForms, undisputed } from "./expand-short-forms.ts";

const LORA = { short: "LoRA", long: "low-rank adaptation" };
const none = new Map<string, string>();

test("a short form is explained where it is first used, once", () => {
  assert.equal(
    expandShortForms("<span>LoRA and LoRA.</span>", [LORA], none),
    '<span><abbr title="low-rank adaptation">LoRA</abbr> and LoRA.</span>',
  );
});

test("a plural or a second part stays outside; a longer word is another word", () => {
  const llm = { short: "LLM", long: "large language model" };
  assert.equal(
    expandShortForms("QLLM, LLM-based, LLMs", [llm], none),
    'QLLM, <abbr title="large language model">LLM</abbr>-based, LLMs',
  );
  assert.equal(
    expandShortForms("LLMs", [llm], none),
    '<abbr title="large language model">LLM</abbr>s',
  );
});

test("tags, formulas, links and code stay as they are", () => {
  const html = '<span id="LoRA"><math><mi>LoRA</mi></math><a href="/x/">LoRA</a><code>LoRA</code>';
  assert.equal(expandShortForms(html, [LORA], none), html);
});

test("the paper's own meaning comes before the corpus's", () => {
  const agreed = new Map([
    ["LoRA", "long-range radio"],
    ["AI", 'artificial & “general” "intelligence"'],
  ]);
  assert.equal(
    expandShortForms("LoRA, AI", [LORA], agreed),
    '<abbr title="low-rank adaptation">LoRA</abbr>, ' +
      '<abbr title="artificial &amp; “general” &quot;intelligence&quot;">AI</abbr>',
  );
});

test("the corpus agrees where two papers define a short form and none otherwise", () => {
  const acronyms = [
    { short: "LLM", long: "large language model", papers: ["a", "b"] },
    { short: "MVP", long: "multi-view prediction", papers: ["a", "b"] },
    { short: "MVP", long: "minimum viable product", papers: ["c"] },
    { short: "ONE", long: "only named elsewhere", papers: ["a"] },
  ];
  assert.deepEqual([...undisputed(acronyms)], [["LLM", "large language model"]]);
});
