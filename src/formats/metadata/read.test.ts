import assert from "node:assert/strict";
import { test } from "node:test";
import { bareRecord } from "../record.ts";
import { joinFacts, readFacts } from "./read.ts";

const FACTS = JSON.stringify(
  [
    {
      title: "Adapt-infty: Scalable Tuning",
      authors: ["Quan Dao", "Khanh Doan"],
      published: "2025-02",
      arxivId: "2502.01441",
      primaryCategory: "cs.CV",
      venue: null,
      doi: null,
      codeUrl: "https://github.com/x/y",
      projectUrl: "file:///etc/hosts",
    },
    { title: "Nobody Wrote This", authors: null, published: "2025-13" },
  ],
  null,
  1,
);

test("facts join the record with the same title, folded; null is not known", () => {
  const { facts } = readFacts(FACTS, "facts.json");
  const record = { ...bareRecord("list", 7, "ADAPT-INFTY — Scalable tuning"), venue: "ICLR 2025" };
  assert.deepEqual(joinFacts([record], facts, "facts.json").records, [
    {
      ...record,
      authors: [{ name: "Quan Dao" }, { name: "Khanh Doan" }],
      date: "2025-02",
      arxiv: "2502.01441",
      category: "cs.CV",
      code: "https://github.com/x/y",
    },
  ]);
});

test("what has no partner is named, on either side, with its line", () => {
  const { facts } = readFacts(FACTS, "facts.json");
  const { problems } = joinFacts([bareRecord("list", 7, "Another Title")], facts, "facts.json");
  assert.deepEqual(
    problems.map(({ code, source, line }) => [code, source, line]),
    [
      ["no-facts", "list", 7],
      ["unmatched-facts", "facts.json", 2],
      ["unmatched-facts", "facts.json", 16],
    ],
  );
});

test("a fact that cannot be one is left out and named", () => {
  const { facts, problems } = readFacts(FACTS, "facts.json");
  assert.deepEqual(
    problems.map(({ code, line }) => [code, line]),
    [
      ["unsafe-link", 2],
      ["bad-date", 16],
    ],
  );
  assert.deepEqual(facts[1]?.known, {});
});

test("facts that are no JSON cost one paper's", () => {
  const { facts, problems } = readFacts('[\n{"title": "A",},\n{"title": "B"}\n]', "f");
  assert.deepEqual(
    facts.map(({ title }) => title),
    ["B"],
  );
  assert.deepEqual(
    problems.map(({ code, line }) => [code, line]),
    [["broken-facts", 2]],
  );
});
