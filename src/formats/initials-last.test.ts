import assert from "node:assert/strict";
import { test } from "node:test";
import { openBibtex } from "./bibtex/read.ts";
import { openJson } from "./json/read.ts";
import type { OpenReader } from "./reader.ts";
import { readWhole } from "./reader.ts";
import { openRis } from "./ris/read.ts";
import { openTable } from "./table/read.ts";
import { openMedline } from "./tagged/read.ts";

const authorsOf = (open: OpenReader, text: string) =>
  readWhole(open, text, "x").records[0]?.authors;
const inBibtex = (author: string) =>
  authorsOf(openBibtex, `@article{k, title={On a Thing}, author={${author}}}`);
const inTable = (author: string) => authorsOf(openTable, `title;authors\nOn a Thing;"${author}"`);

const SMITH_AND_JONES = [
  { family: "Smith", given: "J" },
  { family: "Jones", given: "KL" },
];

test("a list of family names and initials is read as one, whatever the format", () => {
  assert.deepEqual(inBibtex("Smith J and Jones KL"), SMITH_AND_JONES);
  assert.deepEqual(inBibtex("Smith J, Jones KL"), SMITH_AND_JONES);
  assert.deepEqual(inTable("Smith J; Jones KL"), SMITH_AND_JONES);
  assert.deepEqual(inTable("Smith J, Jones KL"), SMITH_AND_JONES);
  const ris = "TY  - JOUR\nTI  - A\nAU  - Smith J\nAU  - Jones KL\nER  - \n";
  assert.deepEqual(authorsOf(openRis, ris), SMITH_AND_JONES);
  const json = '[{"title": "A", "authors": [{"name": "Smith J"}, {"name": "Jones KL"}]}]';
  assert.deepEqual(authorsOf(openJson, json), SMITH_AND_JONES);
});

test("one initial behind each of two names is enough, in whatever manner they are parted", () => {
  const two = [
    { family: "Smith", given: "J" },
    { family: "Jones", given: "K" },
  ];
  for (const text of ["Smith J, Jones K", "Smith J and Jones K", "Smith J; Jones K"]) {
    assert.deepEqual(inBibtex(text), two, text);
    assert.deepEqual(inTable(text), two, text);
    const ris = `TY  - JOUR\nTI  - A\nAU  - ${text}\nER  - \n`;
    assert.deepEqual(authorsOf(openRis, ris), two, text);
  }
  const ris = "TY  - JOUR\nTI  - A\nAU  - Smith J, Jones K and Brown L, White M\nER  - \n";
  assert.equal(authorsOf(openRis, ris)?.length, 4);
});

test("particles, accents, hyphens, points and suffixes are in their place", () => {
  const names = String.raw`van der Berg J and M{\"u}ller-Lee A.-B. and O'Brien C D and {The Group} and King ML Jr`;
  assert.deepEqual(inBibtex(names), [
    { family: "van der Berg", given: "J" },
    { family: "Müller-Lee", given: "A.-B." },
    { family: "O'Brien", given: "C D" },
    { collective: "The Group" },
    { family: "King", given: "ML", suffix: "Jr" },
  ]);
  assert.deepEqual(inTable("SMITH J; JONES K"), [
    { family: "SMITH", given: "J" },
    { family: "JONES", given: "K" },
  ]);
});

test("what the whole list does not say stays as it is", () => {
  assert.deepEqual(inBibtex("Malcolm X"), [{ name: "Malcolm X" }]);
  assert.deepEqual(inBibtex("Malcolm X and Jane Doe"), [
    ...[{ name: "Malcolm X" }, { name: "Jane Doe" }],
  ]);
  assert.deepEqual(inBibtex("Mary J Blige and Jane D"), [
    ...[{ name: "Mary J Blige" }, { name: "Jane D" }],
  ]);
  assert.deepEqual(inBibtex("John Smith III and Bob Roe II"), [
    ...[{ name: "John Smith III" }, { name: "Bob Roe II" }],
  ]);
  assert.deepEqual(inTable("JOHN LEE; KATE KIM"), [{ name: "John Lee" }, { name: "Kate Kim" }]);
});

test("MEDLINE says that initials stand last, also of one author", () => {
  const text = "PMID- 1\nTI  - A thing.\nAU  - van Berg J\n\n";
  assert.deepEqual(authorsOf(openMedline, text), [{ family: "van Berg", given: "J" }]);
});

test("what says that there are more does not keep a list from being read", () => {
  assert.deepEqual(inTable("Smith J; Jones KL; et al."), SMITH_AND_JONES);
  assert.deepEqual(inTable("Smith J; Jones KL et al."), SMITH_AND_JONES);
});
