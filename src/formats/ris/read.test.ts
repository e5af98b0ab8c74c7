import assert from "node:assert/strict";
import { test } from "node:test";
import { readWhole } from "../reader.ts";
import { openRis } from "./read.ts";

const read = (...lines: string[]) => readWhole(openRis, lines.join("\n"), "x");

test("signs that a `.bib` has lent are those signs, soft hyphens nothing", () => {
  const [record] = read(
    "TY  - JOUR",
    "TI  - On Know\u00ADledge",
    "T2  - Conservation \\& {Society}",
    "PB  - 2<sup>nd</sup> Taylor \\& Francis",
    "ER  - ",
  ).records;
  assert.deepEqual(
    [record?.title, record?.venue, record?.publisher],
    ["On Knowledge", "Conservation & Society", "2nd Taylor & Francis"],
  );
});

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

test("what is no date, or one in part, is told", () => {
  const told = (...lines: string[]) => {
    const { records, problems } = read("TY  - JOUR", "TI  - A", ...lines, "ER  - ");
    return [records[0]?.date, ...problems.map(({ code }) => code)];
  };
  assert.deepEqual(told("PY  - submitted"), [undefined, "bad-date"]);
  assert.deepEqual(told("PY  - 2021", "DA  - 2021/02/30"), ["2021-02", "cut-date"]);
  assert.deepEqual(told("DA  - 03/05/2021"), ["2021", "cut-date"]);
  assert.deepEqual(told("DA  - 25.12.2021"), ["2021-12-25"]);
  assert.deepEqual(told("PY  - 2021///Spring"), ["2021"]);
  assert.deepEqual(told("PY  - 2021", "DA  - 2021/00/00"), ["2021"]);
  assert.deepEqual(told("PY  - ///"), [undefined]);
});

test("several abstracts in one record are its paragraphs, unless one is in another", () => {
  const read1 = (...lines: string[]) =>
    read("TY  - JOUR", "TI  - A", ...lines, "ER  - ").records[0];
  const abstractOf = (...lines: string[]) => read1(...lines)?.abstract;
  const [one, two] = ["AB  - We see a thing.", "AB  - It is large and green."];
  assert.equal(abstractOf(one, two), "We see a thing.\n\nIt is large and green.");
  assert.equal(abstractOf("AB  - We see...", "AB  - We see a thing."), "We see a thing.");
  assert.equal(abstractOf("AB  - We see a", "AB  - thing."), "We see a thing.");
  assert.equal(abstractOf(one, one), "We see a thing.");
  assert.equal(abstractOf(one, "N2  - We see a thing - in full."), "We see a thing - in full.");
  const other = read1(one, two, "N2  - Another.");
  assert.deepEqual(other?.unplaced, ["N2"]);
  assert.equal(read1(one, two, "N2  - We see a thing")?.unplaced, undefined);
});

test("of two addresses the one that ends in .pdf is the file; what has no place is named", () => {
  const linksOf = (...lines: string[]) => {
    const { records } = read("TY  - JOUR", "TI  - A", ...lines, "ER  - ");
    const { url, pdf, unplaced } = records[0] ?? {};
    return { url, pdf, unplaced };
  };
  const [page, pdf] = ["https://example.org/a", "https://example.org/a.pdf"];
  const both = { url: page, pdf, unplaced: undefined };
  assert.deepEqual(linksOf(`UR  - ${page}`, `UR  - ${pdf}`), both);
  assert.deepEqual(linksOf(`UR  - ${pdf}`, `UR  - ${page}`), both);
  assert.deepEqual(linksOf(`UR  - ${pdf}`), { ...both, url: pdf, pdf: undefined });
  const escaped = linksOf("UR  - https://x.org/?a=1&amp;b=2");
  assert.deepEqual(escaped, { url: "https://x.org/?a=1&b=2", pdf: undefined, unplaced: undefined });
  const third = linksOf(`UR  - ${page}`, "UR  - https://example.org/b");
  assert.deepEqual(third, { url: page, pdf: undefined, unplaced: ["UR"] });
  const known = linksOf(`UR  - ${page}`, "DO  - 10.1000/x", "UR  - https://doi.org/10.1000%2Fx");
  assert.equal(known.unplaced, undefined);
});
