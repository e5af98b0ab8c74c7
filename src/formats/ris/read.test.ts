import assert from "node:assert/strict";
import { test } from "node:test";
import { readWhole } from "../reader.ts";
import { openRis } from "./read.ts";

const read = (...lines: string[]) => readWhole(openRis, lines.join("\n"), "x");

test("a record becomes a record, field by field", () => {
  const { records, problems } = read(
    "TY  - CONF",
    "ID  - doe2024",
    "AU  - Doe, Jane",
    "AU  - van der Aalst, Wil, Jr.",
    "A1  - ",
    "TI  - On a Thing",
    "T2  - Conference on Things",
    "PY  - 2024",
    "DA  - 2023/11/05/",
    "AB  - Background: it is",
    "      wrapped.",
    "",
    "      A second paragraph.",
    "KW  - one; two",
    "DO  - https://doi.org/10.1000/x",
    "UR  - https://example.org/a",
    "N1  - arXiv:2401.00001 [cs.LG]",
    "N1  - code: https://example.org/code",
    "ER  - ",
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records, [
    {
      source: "x",
      line: 1,
      sourceKey: "doe2024",
      title: "On a Thing",
      abstract: "Background: it is wrapped.\n\nA second paragraph.",
      authors: [
        { family: "Doe", given: "Jane" },
        { family: "van der Aalst", given: "Wil", suffix: "Jr." },
      ],
      date: "2023-11-05",
      venueYear: 2024,
      venue: "Conference on Things",
      kind: "conference",
      arxiv: "2401.00001",
      category: "cs.LG",
      doi: "10.1000/x",
      url: "https://example.org/a",
      code: "https://example.org/code",
      keywords: ["one", "two"],
    },
  ]);
});

test("programs' own ways to write dates are read", () => {
  const dateOf = (...lines: string[]) =>
    read("TY  - JOUR", "TI  - A", ...lines, "ER  - ").records[0]?.date;
  assert.equal(dateOf("PY  - 2016", "DA  - JUN"), "2016-06");
  assert.equal(dateOf("PY  - 2016", "DA  - JUN 5"), "2016-06-05");
  assert.equal(dateOf("Y1  - 2010/7//"), "2010-07");
  assert.equal(dateOf("PY  - undefined///"), undefined);
});

test("tags are known however they are spaced; a sentence that begins like one is none", () => {
  const { records } = read("TY - JOUR", "TI - A", "AB  - Cells of", "ER - positive kind", "ER  -");
  assert.deepEqual(
    records.map(({ title, abstract }) => [title, abstract]),
    [["A", "Cells of ER - positive kind"]],
  );
});

test("initials that come last are a given name", () => {
  const { records } = read(
    ...[
      "TY  - JOUR",
      "TI  - A",
      "A1  - Khoury T.",
      "A1  - O'Neill Smith J.-P.",
      "A1  - Plato",
      "ER  -",
    ],
  );
  assert.deepEqual(records[0]?.authors, [
    { family: "Khoury", given: "T." },
    { family: "O'Neill Smith", given: "J.-P." },
    { name: "Plato" },
  ]);
});

test("an abstract that a heading ran into begins with its own first word", () => {
  const of = (abstract: string) =>
    read("TY  - JOUR", "TI  - A", `AB  - ${abstract}`, "ER  -").records[0]?.abstract;
  assert.equal(of("AbstractThe disease is rare."), "The disease is rare.");
  assert.equal(of("AbstractNet is a network."), "AbstractNet is a network.");
  assert.equal(of("Abstractions help."), "Abstractions help.");
});

test("what a program writes between records belongs to none", () => {
  const { records, problems } = read(
    ...[
      "1.",
      "TY  - JOUR",
      "TI  - A",
      "ER  -",
      "NL  - Clin Psychol",
      "",
      "Link to the text: x",
      "",
    ],
    ...["2.", "TY  - JOUR", "TI  - B", "ER  -", "NL  - Clin Psychol"],
  );
  assert.deepEqual([records.map(({ title }) => title).join(""), problems], ["AB", []]);
});

test("what is missing at a record's beginning or end costs nothing and is told once", () => {
  const { records, problems } = read(
    ...["TI  - A", "ER  - ", "TI  - B", "ER  - ", "TY  - JOUR", "TI  - C", "TY  - JOUR", "TI  - D"],
    "ER  - dsfd",
  );
  assert.equal(records.map(({ title }) => title).join(""), "ABCD");
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["missing-type", "unclosed-record"],
  );
});

test("items that an abstract has on lines of their own stay there; other lines are joined", () => {
  const of = (...lines: string[]) =>
    read("TY  - JOUR", "TI  - A", ...lines, "ER  -").records[0]?.abstract;
  assert.equal(of("AB  - We do:", "- a", "      more", "- b"), "We do:\n- a more\n- b");
  assert.equal(of("AB  - • a", "• b"), "• a\n• b");
});
