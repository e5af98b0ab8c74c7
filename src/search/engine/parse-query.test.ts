import assert from "node:assert/strict";
import { test } from "node:test";
import { parseQuery } from "./parse-query.ts";

const words = (text: string) => parseQuery(text).words.map(({ joined }) => joined);
const must = (text: string) =>
  parseQuery(text).must.map((terms) =>
    terms.map(({ text: typed, field }) => (field ? `${field}:${typed}` : typed)),
  );

test("plain words may each match", () => {
  assert.deepEqual(words("low-rank Adaptation"), ["lowrank", "adaptation"]);
});

test("a quoted phrase must match", () => {
  assert.deepEqual(must('merging "task vectors"'), [["task vectors"]]);
  assert.deepEqual(words('merging "task vectors"'), ["merging"]);
  assert.deepEqual(must("“task vectors”"), [["task vectors"]]);
});

test("a phrase that is still being typed needs no closing quote", () => {
  assert.deepEqual(must('"task vec'), [["task vec"]]);
});

test("a minus leaves out a word, a phrase or a field", () => {
  const { not } = parseQuery('-vision -"image text" -author:dao');
  assert.deepEqual(
    not.map(({ text, field }) => [field, text]),
    [
      [undefined, "vision"],
      [undefined, "image text"],
      ["author", "dao"],
    ],
  );
});

test("a minus before a number is a number, one inside a word a hyphen", () => {
  assert.deepEqual(parseQuery("-1 pre-training").not, []);
});

test("a minus before a facet leaves its papers out; in quotes, a digit is no number", () => {
  const { filters, without, misread } = parseQuery("adam -tag:lora -year:2020 -year:soon");
  assert.deepEqual([filters, without], [{}, { tag: ["lora"], year: ["2020"] }]);
  assert.deepEqual(misread, ["-year:soon"]);
  assert.deepEqual(
    parseQuery('-"3d vision"').not.map(({ text }) => text),
    ["3d vision"],
  );
});

test("OR joins its neighbours, of whatever kind", () => {
  assert.deepEqual(must('adam OR sgd OR "natural gradient" optimizer'), [
    ["adam", "sgd", "natural gradient"],
  ]);
  assert.deepEqual(words("adam OR sgd optimizer"), ["optimizer"]);
});

test("OR without neighbours is nothing", () => {
  assert.deepEqual(words("OR adam OR"), ["adam"]);
  assert.deepEqual(must("OR adam OR"), []);
  assert.deepEqual(words("bert OR year:2020"), ["bert"]);
  assert.deepEqual(words("bert OR -gpt"), ["bert"]);
});

test("what stands before OR in prose is its own neighbour, also in quotes", () => {
  const prose = 'author:smith how do very large models learn so "few shot" OR "zero shot" quickly';
  assert.deepEqual(must(prose), [["author:smith"], ["few shot", "zero shot"]]);
});

test("fields look in one place, facets filter", () => {
  assert.deepEqual(must('author:"Quan Dao" title:latent'), [["author:Quan Dao"], ["title:latent"]]);
  assert.deepEqual(parseQuery("topic:scaling-laws year:2021..2024 has:code").filters, {
    topic: ["scaling-laws"],
    year: ["2021..2024"],
    has: ["code"],
  });
});

test("an unknown field is text", () => {
  assert.deepEqual(words("note:this https://arxiv.org"), ["notethis", "httpsarxivorg"]);
});

test("quotes in prose do not insist", () => {
  const prose =
    'articles about text formatting systems, including "what you see is what you get" editors of any kind';
  assert.deepEqual(must(prose), []);
});

test("the last word is open until a space closes it", () => {
  assert.equal(parseQuery("diffusion mod").open, true);
  assert.equal(parseQuery("diffusion mod ").open, false);
  assert.equal(parseQuery('"diffusion mod').open, false);
});

test("a field without a value is no word, nor are signs", () => {
  for (const text of ["year:", "author: ", "-title:", "🚀", ".*", "?", "--", '""', 'tag:""', "OR"])
    assert.deepEqual([words(text), must(text), parseQuery(text).not], [[], [], []], text);
  assert.deepEqual(words("note: venue:"), ["note"]);
});

test("what is left without the filters is kept as it was typed", () => {
  assert.equal(
    parseQuery('adam OR "natural gradient" tag:lora -vision').rest,
    'adam OR "natural gradient" -vision',
  );
  assert.equal(parseQuery("tag:lora year:2019..").rest, "");
});
