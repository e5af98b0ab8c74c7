import assert from "node:assert/strict";
import { test } from "node:test";
import { readWhole } from "./reader.ts";
import { openRis } from "./ris/read.ts";
import { openRefer } from "./tagged/read.ts";

const readRis = (author: string) => {
  const text = `TY  - JOUR\nTI  - A\nAU  - ${author}\nER  - \n`;
  const { records, problems } = readWhole(openRis, text, "x");
  return { authors: records[0]?.authors, codes: problems.map(({ code }) => code) };
};

test("several names in one AU are several people, with a warning", () => {
  const cases: [string, { family: string; given: string }[]][] = [
    [
      "Smith, J., Jones, K., Brown, L.",
      [
        { family: "Smith", given: "J." },
        { family: "Jones", given: "K." },
        { family: "Brown", given: "L." },
      ],
    ],
    [
      "Smith, John and Jones, Kate",
      [
        { family: "Smith", given: "John" },
        { family: "Jones", given: "Kate" },
      ],
    ],
    [
      "García López, María José and Pérez Gil, Ana Lucía",
      [
        { family: "García López", given: "María José" },
        { family: "Pérez Gil", given: "Ana Lucía" },
      ],
    ],
    [
      "Smith J, Jones KL",
      [
        { family: "Smith", given: "J" },
        { family: "Jones", given: "KL" },
      ],
    ],
  ];
  for (const [text, authors] of cases)
    assert.deepEqual(readRis(text), { authors, codes: ["loose-authors"] }, text);
  for (const text of ["J. Smith, K. Jones", "John Smith, Kate Jones and Lou Brown"])
    assert.deepEqual(readRis(text).codes, ["loose-authors"], text);
});

test("one name in one AU stays one", () => {
  for (const name of [
    "Smith, John",
    "García López, María José",
    "van der Aalst, Wil, Jr.",
    "Smith, John J., 3rd",
    "Johnson and Johnson",
    "Food and Agriculture Organization",
    "Institute of Physics, Department of Optics and Department of Lasers",
    "Smith, Jones and Partners,",
  ]) {
    const { authors, codes } = readRis(name);
    assert.deepEqual([authors?.length, codes], [1, []], name);
  }
});

test("formats that are read as RIS is name their own tag", () => {
  const text = "%0 Journal Article\n%T A\n%A Smith, John and Jones, Kate\n";
  const { records, problems } = readWhole(openRefer, text, "x");
  assert.equal(records[0]?.authors.length, 2);
  assert.deepEqual(
    problems.map(({ code, line }) => [code, line]),
    [["loose-authors", 1]],
  );
  assert.match(problems[0]?.message ?? "", /%A/u);
});
