import assert from "node:assert/strict";
import { test } from "node:test";
import { addDetails, kindNamed, readPages } from "./details.ts";
import { bareRecord } from "./record.ts";

test("pages are one span, however they are written", () => {
  for (const written of ["5998--6008", "pp. 5998–6008", "5998 - 6008", "Pages: 5998−6008"])
    assert.equal(readPages(written), "5998-6008", written);
  for (const [written, read] of [
    ["1023-9", "1023-1029"],
    ["p. 17", "17"],
    ["p. 12 - - 15", "12-15"],
    ["S12-S19", "S12-S19"],
    ["e123-e130", "e123-e130"],
    ["1-5, 9", "1-5, 9"],
    ["17-17", "17"],
    ["21-9", "21-29"],
    ["12-1", "12-1"],
    ["280--30", "280-30"],
    ["n/a", undefined],
    ["No-Specified", undefined],
    ["No Pagination Specified", undefined],
    ["--", undefined],
    ["", undefined],
  ] as const)
    assert.equal(readPages(written), read, written);
});

test("an arXiv id in place of a page or an issue is an arXiv id, and no page or issue", () => {
  for (const details of [
    { pages: "arXiv:2101.00027" },
    { pages: ["arXiv:2101.00027", undefined] },
    { issue: "arXiv:2101.00027v2" },
  ]) {
    const record = bareRecord("x", 1, "A");
    addDetails(record, { volume: "3", ...details });
    assert.deepEqual(record, { ...bareRecord("x", 1, "A"), volume: "3", arxiv: "2101.00027" });
  }
});

test("what programs call their types is told apart", () => {
  for (const [type, kind] of [
    ["inproceedings", "conference"],
    ["proceedings-article", "conference"],
    ["conferencePaper", "conference"],
    ["journalArticle", "article"],
    ["journal-article", "article"],
    ["incollection", "chapter"],
    ["Book Section", "chapter"],
    ["mastersthesis", "thesis"],
    ["techreport", "report"],
    ["monograph", "book"],
    ["misc", undefined],
    ["posted-content", undefined],
    ["article-newspaper", undefined],
  ] as const)
    assert.equal(kindNamed(type), kind, type);
});

test("a record gets what says something, and no archive for a publisher", () => {
  const record = bareRecord("x", 1, "T");
  addDetails(record, {
    volume: "abs/1706.03762",
    issue: " 3 ",
    pages: ["5998", undefined],
    publisher: "arXiv",
  });
  assert.deepEqual(record, { ...bareRecord("x", 1, "T"), issue: "3", pages: "5998" });
  const labelled = bareRecord("x", 1, "T");
  addDetails(labelled, { volume: "Vol. XI", issue: "no. 4" });
  assert.deepEqual([labelled.volume, labelled.issue], ["XI", "4"]);
  const named = bareRecord("x", 1, "T");
  addDetails(named, { volume: "Volume of Essays", issue: "No. 4 bis" });
  assert.deepEqual([named.volume, named.issue], ["Volume of Essays", "No. 4 bis"]);
});
