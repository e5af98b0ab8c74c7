import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { readWhole } from "../reader.ts";
import { cellsOf } from "./cells.ts";
import { openTable } from "./read.ts";

const read = (text: string, columns?: ReadonlyMap<string, string>) =>
  readWhole(openTable, text, "x", columns === undefined ? {} : { columns });

test("a row becomes a record, field by field, whatever the columns are called", () => {
  const text =
    'Paper Title;Author Names;Publication Year;Source title;DOI;Link;Abstract;Author Keywords\r\n"On ""A"" Thing";Doe, Jane; Roe, Rick;2024;J\r\n';
  const quoted = text.replace("Doe, Jane; Roe, Rick", '"Doe, Jane; Roe, Rick"');
  const { records, problems } = read(
    quoted
      .replace(";J\r\n", ';J;10.1000/x;https://example.org/a;"We see.\nMore.";one; two\r\n')
      .replace("one; two", '"one; two"'),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records, [
    {
      source: "x",
      line: 2,
      title: 'On "A" Thing',
      abstract: "We see.\nMore.",
      authors: [
        { family: "Doe", given: "Jane" },
        { family: "Roe", given: "Rick" },
      ],
      date: "2024",
      venue: "J",
      doi: "10.1000/x",
      url: "https://example.org/a",
      keywords: ["one", "two"],
    },
  ]);
});

test("first and last page may have columns of their own, as Scopus has them", () => {
  const pagesOf = (names: string, cells: string) =>
    read(`Title,Year,${names}\nA,2024,${cells}\n`).records[0]?.pages;
  assert.equal(pagesOf("Page start,Page end", "12,19"), "12-19");
  assert.equal(pagesOf("Page start,Page end", "12,"), "12");
  assert.equal(pagesOf("Art. No.,Page start,Page end", "1042,,"), "1042");
  assert.equal(pagesOf("Art. No.,Page start,Page end", "1042,12,19"), "12-19");
  assert.equal(pagesOf("Pages,Start page,End page", "12-19,12,19"), "12-19");
});

test("columns can be named; one that is not there is told with those that are", () => {
  const text = "Alpha,Beta\nA Thing,2024\n";
  const named = new Map([
    ["title", "Alpha"],
    ["date", "Beta"],
  ]);
  assert.deepEqual(
    read(text, named).records.map(({ title, date }) => [title, date]),
    [["A Thing", "2024"]],
  );
  const { records, problems } = read(text, new Map([["title", "Gamma"]]));
  assert.deepEqual(records, []);
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [["no-column", "error"]],
  );
  assert.match(String(problems[0]?.message), /Gamma.*Alpha,Beta/u);
});

test("one broken row costs one row, and its line is told", () => {
  const rows = ["title,year", "A,2024", '"B,2024', "C,2024", "D,2024,x,y", "E,2024"];
  const { records, problems } = read(rows.join("\n"));
  assert.deepEqual(
    records.map(({ title }) => title),
    ["A", "C", "E"],
  );
  assert.deepEqual(problems.map(({ code, line }) => [code, line]).sort(), [
    ["broken-row", 3],
    ["broken-row", 5],
  ]);
});

test("a line's cells are those that RFC 4180 has", () => {
  const cell = fc.stringMatching(/^[a-z ,"]{0,12}$/u).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
      const line = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");
      assert.deepEqual([cellsOf(line, ",")], parse(line));
    }),
  );
});
