import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePerson } from "../paper/people.ts";
import { readCommaName, readNameList, tidyAuthor } from "./names.ts";
import { tidyRecord } from "./tidy.ts";
import { bareRecord } from "./record.ts";
import { readNames } from "./bibtex/read-names.ts";

const tidy = (name: string) => tidyAuthor({ name });

test("what stands about a name and is none goes", () => {
  for (const name of [
    "Dr. John Smith",
    "John Smith (MIT)",
    "John Smith, PhD",
    "John Smith*†",
    "John Smith 0001",
    "John Smith et al.",
    "JOHN SMITH",
    "and John Smith",
  ])
    assert.deepEqual(tidy(name), { name: "John Smith" }, name);
  assert.equal(tidy("et al."), undefined);
  assert.equal(tidy("[No author name available]"), undefined);
  assert.equal(tidyAuthor({ collective: "[Anonymous]" }), undefined);
  assert.deepEqual(tidyAuthor({ family: "Doe", given: "PhD" }), { name: "Doe" });
  assert.deepEqual(tidyAuthor({ family: "Llama Team", given: "AI @ Meta" }), {
    collective: "Llama Team, AI @ Meta",
  });
});

test("initials behind a family name are the given name; a suffix is none", () => {
  assert.deepEqual(tidy("Serre JP"), { family: "Serre", given: "JP" });
  assert.deepEqual(tidy("Hinton G. E."), { family: "Hinton", given: "G. E." });
  assert.deepEqual(tidy("van der Berg AB"), { family: "van der Berg", given: "AB" });
  assert.deepEqual(tidy("Malcolm X"), { name: "Malcolm X" });
  assert.deepEqual(tidy("Smith III"), { name: "Smith III" });
});

test("DBLP's number is no family name, a list's last `and` none of a given one, a hyphen the keyboard's", () => {
  assert.deepEqual(tidyAuthor({ family: "0009", given: "Yang Yang" }), { name: "Yang Yang" });
  assert.deepEqual(tidyAuthor({ family: "Adhikari", given: "B. and" }), {
    family: "Adhikari",
    given: "B.",
  });
  assert.deepEqual(tidy("Ji‐Zheng Roe–Doe"), { name: "Ji-Zheng Roe-Doe" });
  assert.deepEqual(tidyAuthor({ family: "Doe", given: "J.‑P." }), {
    family: "Doe",
    given: "J.-P.",
  });
});

test("a V behind a family name is an initial, behind a whole name a fifth", () => {
  const read = (text: string) => readCommaName(text);
  assert.deepEqual(read("Kumar, V"), { family: "Kumar", given: "V" });
  assert.deepEqual(read("Doe, V, John"), { family: "Doe", given: "John V" });
  assert.deepEqual(read("Doe, John, V"), { family: "Doe", given: "John", suffix: "V" });
  assert.deepEqual(read("Doe, Jr., John"), { family: "Doe", given: "John", suffix: "Jr." });
});

test("shouted names get the capitals that people write", () => {
  assert.deepEqual(tidyAuthor({ family: "VAN DER BERG", given: "PAUL" }), {
    family: "van der Berg",
    given: "Paul",
  });
  assert.deepEqual(tidyAuthor({ family: "O'NEIL", given: "ANNA" }), {
    family: "O'Neil",
    given: "Anna",
  });
  assert.deepEqual(tidyAuthor({ family: "McDonald", given: "JAMES" }), {
    family: "McDonald",
    given: "James",
  });
  assert.deepEqual(tidyAuthor({ family: "MCDONALD", given: "JAMES" }), {
    family: "McDonald",
    given: "James",
  });
  assert.deepEqual(tidyAuthor({ family: "XU", given: "Y." }), { family: "XU", given: "Y." });
});

test("a suffix behind a whole name is no given name", () => {
  assert.deepEqual(readCommaName("L. Brown, 3rd"), { name: "L. Brown 3rd" });
  const { family, given, suffix } = parsePerson("L. Brown 3rd");
  assert.deepEqual([family, given, suffix], ["Brown", "L.", "3rd"]);
  assert.deepEqual(readCommaName("Brown, 3rd, L."), {
    family: "Brown",
    given: "L.",
    suffix: "3rd",
  });
  assert.deepEqual(readCommaName("van der Berg, Jr."), {
    ...{ family: "van der Berg", given: "" },
    suffix: "Jr.",
  });
});

test("a list in APA's manner is families and initials in turn", () => {
  assert.deepEqual(readNameList("Smith, J., Doe, A. B., & Lee, C."), [
    { family: "Smith", given: "J." },
    { family: "Doe", given: "A. B." },
    { family: "Lee", given: "C." },
  ]);
});

test("names that `and` parts may each have their family name first", () => {
  const [doe, berg] = [
    { family: "Doe", given: "Jane" },
    { family: "van der Berg", given: "Jan Pieter" },
  ];
  const garcia = { family: "García López", given: "María José" };
  assert.deepEqual(readNameList("Doe, Jane and van der Berg, Jan Pieter"), [doe, berg]);
  assert.deepEqual(readNameList("Doe, Jane and García López, María José"), [doe, garcia]);
  assert.deepEqual(readNameList("García López, M."), [{ family: "García López", given: "M." }]);
  const plain = [{ name: "John Smith" }, { name: "Kate Jones" }, { name: "Lou Brown" }];
  assert.deepEqual(readNameList("John Smith, Kate Jones and Lou Brown"), plain);
  assert.deepEqual(readNameList("John Smith, Kate Jones"), plain.slice(0, 2));
});

test("a comma before the last `and` says that the others part names too", () => {
  const { authors } = readNames("John Smith, Jane Doe, and Bob Lee");
  assert.deepEqual(authors, [{ name: "John Smith" }, { name: "Jane Doe" }, { name: "Bob Lee" }]);
  assert.deepEqual(readNames("Smith, John and Doe, Jane").authors.length, 2);
});

test("a record tells what was done to its names, and whether it names all", () => {
  const record = {
    ...bareRecord("x", 1, "T"),
    authors: [{ name: "JOHN SMITH" }, { name: "et al." }],
  };
  const { authors, isCut, mended } = tidyRecord(record);
  assert.deepEqual([authors, isCut], [[{ name: "John Smith" }], true]);
  assert.deepEqual(mended, [
    { rule: "shouted-name", where: "author", before: "JOHN SMITH", after: "John Smith" },
  ]);
});

test("beside names in capitals initials do not say that the family name is printed so", () => {
  const families = (...authors: [family: string, given: string][]) =>
    tidyRecord({
      ...bareRecord("x", 1, "T"),
      authors: authors.map(([family, given]) => ({ family, given })),
    }).authors.map((author) => ("family" in author ? author.family : ""));
  assert.deepEqual(families(["SMITH", "JOHN"], ["DOE", "J. A."], ["XU", "Y."]), [
    ...["Smith", "Doe", "Xu"],
  ]);
  assert.deepEqual(families(["SMITH", "J."], ["XU", "Y."]), ["SMITH", "XU"]);
  assert.deepEqual(families(["Smith", "John"], ["XU", "Y."]), ["Smith", "XU"]);
});

test("names and venues that were UTF-8 read as Windows-1252 are mended, and it is told", () => {
  const { authors, venue, mended } = tidyRecord({
    ...bareRecord("x", 1, "T"),
    authors: [{ family: "MÃ¼ller", given: "Hans" }, { collective: "Ãquipe" }, { name: "Ana Ã" }],
    venue: "Revista EspaÃ±ola",
  });
  assert.deepEqual(authors[0], { family: "Müller", given: "Hans" });
  assert.deepEqual(authors.slice(1), [{ collective: "Ãquipe" }, { name: "Ana Ã" }]);
  assert.equal(venue, "Revista Española");
  assert.deepEqual(
    mended?.map(({ rule, where }) => [rule, where]),
    [
      ["mojibake", "author"],
      ["mojibake", "venue"],
    ],
  );
});

test("a title loses its final point in scripts without capitals, too", () => {
  for (const title of ["机设计与试验", "日本語の論文"])
    for (const point of [".", "。"])
      assert.equal(tidyRecord(bareRecord("x", 1, title + point)).title, title);
});

test("characters that nobody sees are no part of a name; joiners within a word are", () => {
  const names = ["Zé\u200Bro\u200C", "\u200Dفاطمه\u200Cزهرا\u200C"].map(
    (name) => tidyRecord({ ...bareRecord("x", 1, "T"), authors: [{ name }] }).authors[0],
  );
  assert.deepEqual(names, [{ name: "Zéro" }, { name: "فاطمه\u200Cزهرا" }]);
});

test("Md is a name, and in capitals alone it may be initials: behind given names it is a degree", () => {
  for (const given of ["Md", "Md.", "MD", "M.D.", "Md Karim", "Karim Md"])
    assert.deepEqual(tidyAuthor({ family: "Alam", given }), { family: "Alam", given });
  for (const given of ["Karim M.D.", "Karim, MD", "Karim M. D."])
    assert.deepEqual(tidyAuthor({ family: "Alam", given }), { family: "Alam", given: "Karim" });
  for (const name of ["Jane Doe, MD", "Jane Doe M.D.", "Jane Doe MD"])
    assert.deepEqual(tidy(name), { name: "Jane Doe" });
  assert.deepEqual(tidy("Md Karim"), { name: "Md Karim" });
});

test("u.a. stands for others alone and behind a whole name; as a given name it is initials", () => {
  for (const given of ["U.A.", "U. A.", "u. a."])
    assert.deepEqual(tidyAuthor({ family: "Roe", given }), { family: "Roe", given });
  assert.equal(tidy("u. a."), undefined);
  assert.deepEqual(tidy("Jane Roe u.a."), { name: "Jane Roe" });
  const marks = [{ name: "u.a." }, { name: "Roe U.A." }, { family: "Roe", given: "U. A." }];
  const cut = marks.map((author) => tidyRecord({ ...bareRecord("x", 1, "T"), authors: [author] }));
  assert.deepEqual(
    cut.map(({ isCut }) => isCut === true),
    [true, false, false],
  );
});

test("JR where given names stand is initials, Jr a suffix", () => {
  assert.deepEqual(readCommaName("ROE, JR"), { family: "ROE", given: "JR" });
  assert.deepEqual(readCommaName("Roe, Jr"), { family: "Roe", given: "", suffix: "Jr" });
  assert.deepEqual(readCommaName("Roe, Ann, JR"), { family: "Roe", given: "Ann", suffix: "JR" });
  assert.deepEqual(readNames("ROE, JR and DOE, GE").authors[0], { family: "ROE", given: "JR" });
  const { given, family } = parsePerson("ROE, JR");
  assert.deepEqual([given, family], ["JR", "ROE"]);
  assert.deepEqual(tidy("Roe JR"), { family: "Roe", given: "JR" });
});

test("a group whose name a comma has parted is one, and its capitals stay", () => {
  for (const [family, given, collective] of [
    ["Collaboration", "ATLAS", "ATLAS Collaboration"],
    ["Consortium", "CORAL Genome", "CORAL Genome Consortium"],
    ["Team", "NASA", "NASA Team"],
  ] as const)
    assert.deepEqual(tidyAuthor({ family, given }), { collective }, collective);
  const person = { family: "Team", given: "J." };
  assert.deepEqual(tidyAuthor(person), person);
  const group = { family: "Data Management", given: "LSST" };
  assert.deepEqual(tidyAuthor(group), group);
});

test("three capitals are initials where no name is spelled so", () => {
  for (const given of ["RME", "JBF", "AFM"])
    assert.deepEqual(tidyAuthor({ family: "ROE", given }), { family: "ROE", given });
  for (const [given, read] of ["TOM Tom", "EVA Eva", "ANN Ann", "IAN Ian"].map((x) => x.split(" ")))
    assert.deepEqual(tidyAuthor({ family: "ROE", given: given ?? "" }), {
      family: "Roe",
      given: read,
    });
});
