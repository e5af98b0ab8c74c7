import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePerson } from "../paper/people.ts";
import { makeDraft } from "./draft.ts";
import { keyFor } from "./keys.ts";

/** The key of a paper that nothing else is beside. */
function key(title: string, authors: string[], date?: string, taken: string[] = []): string {
  const people = authors.map(parsePerson);
  const { draft } = makeDraft({
    ...{ source: "x.bib", line: 1, title, abstract: "", authors: people },
    ...(date === undefined ? {} : { date }),
  });
  assert.ok(draft);
  return keyFor(draft, false, (name) => taken.includes(name));
}

test("names and titles in other scripts are romanised", () => {
  assert.equal(key("深度学习在图像识别中的应用", ["王小明"], "2020"), "wang2020shendu");
  assert.equal(key("О методах обучения", ["Иван Иванов"], "1998"), "ivanov1998metodakh");
  assert.equal(key("تعلم الآلة", ["محمد"], "2021"), "mhmd2021tlm");
  assert.equal(key("Μηχανική μάθηση", ["Νίκος Παπαδόπουλος"], "2019"), "papadopoylos2019michaniki");
  assert.equal(key("기계 학습", ["김철수"], "2018"), "gim2018gigye");
});

test("a name in another script and a title in English go together", () => {
  assert.equal(key("Deep Learning for Vision", ["王小明"], "2020"), "wang2020deep");
  assert.equal(key("Методы обучения", ["Peter Ivanov"], "1998"), "ivanov1998metody");
});

test("a title in another script makes the key of a paper that nobody signed", () => {
  assert.equal(key("Обучение без учителя", []), "obuchenie-bez-uchitelya");
});

test("a title with Latin words keeps to them, whatever signs are beside", () => {
  assert.equal(key("基于BERT的情感分析", ["Wei Wang"], "2020"), "wang2020bert");
  assert.equal(key("α-Divergence Bounds", ["Jane Doe"], "2020"), "doe2020divergence");
});

test("papers whose romanised keys are the same are told apart by a letter", () => {
  assert.equal(key("深度图", ["汪明"], "2020", ["wang2020shendu"]), "wang2020shendub");
});

test("signs that are no letters at all still get a key", () => {
  assert.equal(key("☃ ☃", []), "paper");
});
