import assert from "node:assert/strict";
import { test } from "node:test";
import { countLabels, formatAgreement } from "./agreement.ts";
import type { Vocabulary } from "./suggest.ts";
import { suggest } from "./suggest.ts";

const vocabulary = (match: string[], tags: Vocabulary["tags"] = new Map()): Vocabulary => ({
  topics: new Map([["t", { title: "Zzz", match }]]),
  tags,
});

const topicsOf = (match: string[], title: string, abstract = "") =>
  suggest({ title, abstract }, vocabulary(match)).topics;

test("phrases match whatever their case, hyphens, accents and plurals", () => {
  for (const title of [
    "Low-Rank Adaptation",
    "low rank adaptations",
    "LowRank Adaptation",
    "löw-rank adaptation",
  ])
    assert.deepEqual(topicsOf(["low-rank adaptation"], title), ["t"], title);
  assert.deepEqual(topicsOf(["loss"], "Of Losses"), ["t"]);
  assert.deepEqual(topicsOf(["ability"], "Of Abilities"), ["t"]);
});

test("only whole words match", () => {
  assert.deepEqual(topicsOf(["rank"], "Ranking Franks"), []);
  assert.deepEqual(topicsOf(["adam"], "Macadam and Adamant"), []);
});

test("a rule with title: counts in titles only", () => {
  assert.deepEqual(topicsOf(["title:scaling"], "On Scaling"), ["t"]);
  assert.deepEqual(topicsOf(["title:scaling"], "On Things", "Scaling, scaling, scaling."), []);
});

test("a & b needs both; ! vetoes", () => {
  assert.deepEqual(topicsOf(["scaling & data"], "On Scaling", "It needs data."), ["t"]);
  assert.deepEqual(topicsOf(["scaling & data"], "On Scaling"), []);
  assert.deepEqual(
    topicsOf(["scaling", "!temperature scaling"], "On Scaling", "Temperature scaling."),
    [],
  );
});

test("a title weighs more than an abstract, and there are one to three topics and up to six tags", () => {
  const names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta"];
  const many: Vocabulary = {
    topics: new Map(names.map((title) => [title, { title, match: [] }])),
    tags: new Map(names.map((name) => [name, { name, synonyms: [], match: [] }])),
  };
  const abstract = `We say ${names.join(", ")}. Again: ${names.join(", ")}.`;
  const { topics, tags } = suggest({ title: "Gamma", abstract }, many);
  assert.equal(topics[0], "gamma");
  assert.equal(topics.length, 3);
  assert.equal(tags[0], "gamma");
  assert.equal(tags.length, 6);
});

test("a tag is told by its synonyms too", () => {
  const tags = new Map([["moe", { name: "mixture of experts", synonyms: ["MoE"], match: [] }]]);
  assert.deepEqual(suggest({ title: "A MoE", abstract: "" }, vocabulary([], tags)).tags, ["moe"]);
});

test("agreement is told over all labels and as the mean of labels", () => {
  const counts = countLabels([
    { suggested: ["a", "b"], decided: ["a"] },
    { suggested: ["a"], decided: ["a", "c"] },
  ]);
  const [micro = "", macro = ""] = formatAgreement("x", counts);
  assert.match(micro, /precision\s+66\.7%, recall\s+66\.7%/u);
  // Precision is of what was suggested (a: 1, b: 0), recall of what was decided (a: 1, c: 0).
  assert.match(macro, /precision\s+50\.0%, recall\s+50\.0%/u);
});
