import assert from "node:assert/strict";
import { test } from "node:test";
import { readStream, readWhole } from "../reader.ts";
import { openJson } from "./read.ts";

const read = (text: string) => readWhole(openJson, text, "x");

const ITEM = {
  id: "beethoven2018iclr-noisy",
  type: "paper-conference",
  title: "Noisy Networks",
  author: [
    { family: "Beethoven", given: "Ludwig", "non-dropping-particle": "van" },
    { family: "King", given: "Martin", suffix: "Jr." },
    { literal: "Kimi Team" },
  ],
  issued: { "date-parts": [[2018, 2, 30]] },
  "container-title": "International Conference on Learning Representations",
  abstract: "We say it.",
  DOI: "https://doi.org/10.1000/XYZ.1",
  URL: "https://openreview.net/forum?id=rywHCPkAW",
};

test("an item becomes a record, field by field", () => {
  const { records, problems } = read(JSON.stringify([ITEM]));
  assert.deepEqual(
    problems.map(({ code, line }) => [code, line]),
    [["cut-date", 1]],
  );
  assert.deepEqual(records, [
    {
      source: "x",
      line: 1,
      sourceKey: "beethoven2018iclr-noisy",
      title: "Noisy Networks",
      abstract: "We say it.",
      authors: [
        { family: "van Beethoven", given: "Ludwig" },
        { family: "King", given: "Martin", suffix: "Jr." },
        { collective: "Kimi Team" },
      ],
      // There is no 30 February: what is certain of it stays.
      date: "2018-02",
      venue: "International Conference on Learning Representations",
      kind: "conference",
      doi: "10.1000/XYZ.1",
      url: "https://openreview.net/forum?id=rywHCPkAW",
    },
  ]);
});

test("a date in words is read, or told", () => {
  const told = (issued: unknown) => {
    const { records, problems } = read(JSON.stringify([{ ...ITEM, issued }]));
    return [records[0]?.date, ...problems.map(({ code }) => code)];
  };
  assert.deepEqual(told({ literal: "n.d." }), [undefined, "bad-date"]);
  assert.deepEqual(told({ literal: "5 June 2024" }), ["2024-06-05"]);
  assert.deepEqual(told({ raw: "03/05/2021" }), ["2021", "cut-date"]);
  assert.deepEqual(told("n.d."), [undefined, "bad-date"]);
  assert.deepEqual(told({ "date-parts": [[2024, 0, 0]] }), ["2024"]);
  for (const nothing of [{ "date-parts": [[null]] }, {}, undefined])
    assert.deepEqual(told(nothing), [undefined]);
});

test("authors in one text are read as a list, one without a list as one", () => {
  const authors = (author: unknown) =>
    read(JSON.stringify([{ ...ITEM, author }])).records[0]?.authors;
  assert.deepEqual(authors("Doe, Jane and Roe, Jim"), [
    { family: "Doe", given: "Jane" },
    { family: "Roe", given: "Jim" },
  ]);
  assert.deepEqual(authors({ family: "Doe", given: "Jane" }), [{ family: "Doe", given: "Jane" }]);
  assert.deepEqual(authors(""), []);
  assert.deepEqual(authors(undefined), []);
});

test("an arXiv id is found in address, number and arXiv's own DOI", () => {
  for (const fields of [
    { URL: "https://arxiv.org/abs/2502.01441v3" },
    { number: "arXiv:2502.01441", publisher: "arXiv" },
    { DOI: "10.48550/arXiv.2502.01441" },
  ]) {
    const [record] = read(JSON.stringify([{ title: "A", ...fields }])).records;
    assert.equal(record?.arxiv, "2502.01441");
    assert.equal(record.doi, undefined);
  }
});

test("an address that is no web address is left out and named", () => {
  const { records, problems } = read('[{"title": "A", "URL": "javascript:alert(1)"}]');
  assert.equal(records[0]?.url, undefined);
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [["unsafe-link", "warning"]],
  );
});

const titles = (text: string) => read(text).records.map(({ title }) => title);
const faults = (text: string) => read(text).problems.map(({ code, line }) => [code, line]);

test("one broken item costs one item, and its line is told", () => {
  for (const broken of [
    '{"id": "b", "title": "B',
    '{"id": "b", "title": "B"',
    '{"id": "b", "title": "B",}',
    '{"id": "b", title: B}',
    '{"id": "b", "title": "B "quoted" words"}',
    '{"id": "b", "author": [{"family": "F"}, "title": "B"}',
  ]) {
    const lines = ['{"id": "a", "title": "A"}', broken, '{"id": "c", "title": "C"}'];
    for (const text of [lines.join("\n"), `[\n${lines.join(",\n")}\n]`]) {
      assert.deepEqual(titles(text), ["A", "C"], text);
      assert.deepEqual(faults(text), [["broken-item", text.startsWith("[") ? 3 : 2]], text);
    }
  }
});

test("an item broken over many lines costs one item too", () => {
  const item = (title: string) =>
    JSON.stringify({ id: "x", title, author: [{ family: "F", given: "G" }], issued: {} }, null, 0)
      .replaceAll(/([[{,])/gu, "$1\n")
      .replaceAll(/([\]}])/gu, "\n$1");
  const text = `[\n${[item("A"), item("B").replace('"B"', '"B'), item("C")].join(",\n")}\n]`;
  assert.deepEqual(titles(text), ["A", "C"]);
  assert.deepEqual(
    faults(text).map(([code]) => code),
    ["broken-item"],
  );
});

test("what is cut off is one broken item", () => {
  assert.deepEqual(titles('[{"title": "A"}, {"title": "B", "abs'), ["A"]);
  assert.deepEqual(faults('[{"title": "A"}, {"title": "B", "abs'), [["broken-item", 1]]);
});

test("a stream gives the same however it is cut", async () => {
  const text = `[\n${JSON.stringify({ ...ITEM, title: 'A "q" \\ {b} é' }, null, 1)},\n{"title": "B"}\n]`;
  const whole = read(text);
  assert.equal(whole.records.length, 2);
  for (const size of [1, 2, 3, 7, 64]) {
    const pieces = async function* () {
      for (let at = 0; at < text.length; at += size)
        yield await Promise.resolve(text.slice(at, at + size));
    };
    const { records, problems } = await readStream(openJson, pieces(), "x");
    assert.deepEqual({ records, problems }, { records: whole.records, problems: whole.problems });
  }
});

test("a list inside an object is read as the list", () => {
  assert.deepEqual(titles('{"items": [{"title": "A"}, {"title": "B"}]}'), ["A", "B"]);
});
