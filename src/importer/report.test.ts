import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "../paper/problem.ts";
import { formatReport } from "./report.ts";

const many = (code: string, severity: Problem["severity"], count: number): Problem[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ code, severity, source: "a.bib", line: n + 1, message: "it is so", hint: "do so" },
  }));

const report = (problems: Problem[]) => ({
  added: 1200,
  updated: 0,
  unchanged: 0,
  skipped: 2,
  problems,
});

test("what is worst stands first, with file, line, what and how to mend it", () => {
  const problems = [...many("noted", "note", 1), ...many("bad", "error", 1)];
  assert.deepEqual(formatReport(report(problems), false).split("\n"), [
    "a.bib:1: error: it is so; do so [bad]",
    "a.bib:1: note: it is so; do so [noted]",
    "1,200 added, 0 updated, 0 unchanged, 2 skipped; 1 error, 1 note",
    "",
  ]);
});

test("of thousands alike the first few are told and the rest counted, unless all are asked for", () => {
  const problems = many("noted", "note", 3000);
  const short = formatReport(report(problems), false);
  assert.equal(short.split("\n").length, 5 + 1 + 2);
  assert.match(short, /… and 2,995 more \[noted\]: --all shows them/u);
  assert.equal(formatReport(report(problems), false, true).split("\n").length, 3000 + 2);
});

test("no text of a source moves the cursor of whoever reads the report", () => {
  const [problem] = many("bad", "error", 1);
  const text = formatReport(
    report([{ ...problem, message: "\u001B[2J\u202Ex\nb" } as Problem]),
    false,
  );
  assert.doesNotMatch(text, /[\u001B\u202E]/u);
  assert.match(text, /␛\[2J\\u202ex␊b/u);
});
