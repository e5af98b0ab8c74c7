import assert from "node:assert/strict";
import { test } from "node:test";
import { holderOf, isAnother } from "./claimed.ts";
import { makeDraft } from "./draft.ts";

function holder(
  title: string,
  authors: string[],
  more: { abstract?: string; sourceKey?: string; date?: string } = {},
) {
  const { draft } = makeDraft({
    ...{ title, abstract: "", source: "a.bib", line: 1, doi: "10.1/x", ...more },
    authors: authors.map((name) => {
      const [given = "", family = ""] = name.split(" ");
      return { given, family };
    }),
  });
  assert.ok(draft);
  return holderOf(draft);
}

test("two papers of other people, titles and texts are two, though one identifier was given to both", () => {
  const chapter = holder("Chapter about cats", ["Ann Chap"]);
  assert.equal(isAnother(chapter, holder("On dogs", ["Bob Other"])), true);
});

test("an author whose name is spelled otherwise is one author", () => {
  const first = holder("Методы оптимизации", ["Иван Иванов"]);
  assert.equal(isAnother(first, holder("Methods of optimisation", ["Ivan Ivanov"])), false);
  for (const [one, other] of [
    ["Jan Müller", "Jan Mueller"],
    ["Wei Chen", "Chen Wei"],
    ["Ana López", "A García-López"],
  ] as const)
    assert.equal(isAnother(holder("Cats", [one]), holder("On dogs", [other])), false, one);
});

test("one author, one title, one text or one key in a file in common, and it may be one paper", () => {
  const first = holder("Chapter about cats", ["Ann Chap", "Cy Third"], {
    abstract: "Cats sleep through most of the day.",
    sourceKey: "c",
  });
  for (const same of [
    holder("On dogs", ["Ann Chap"]),
    holder("On dogs", ["Bob Other", "Cy Third"]),
    holder("Chapter about cats", ["Bob Other"]),
    holder("On dogs", ["Bob Other"], { abstract: "Cats sleep through most of the day." }),
    holder("On dogs", ["Bob Other"], { sourceKey: "c" }),
    holder("On dogs", []),
  ])
    assert.equal(isAnother(first, same), false);
});

const CATS =
  "Cats sleep through most of the day, and we find that the length of it is in their genes.";
const TRAINS =
  "A train that leaves late is late at the end of its line: we measure how much of it is lost.";

test("an author in common is not enough where titles have no word in common and years or texts are others", () => {
  const cats = holder("Sleep of cats", ["Ann Chap"], { date: "2020", abstract: CATS });
  for (const other of [
    holder("Delays on lines", ["Ann Roe"], { date: "2020", abstract: TRAINS }),
    holder("Delays on lines", ["Ann Chap"], { date: "2021", abstract: TRAINS }),
    holder("Delays on lines", ["Ann Chap", "Bob Other"], { date: "2011" }),
    holder("Delays on lines", ["Bob Other", "Ann Chap"], { date: "2021" }),
  ])
    assert.equal(isAnother(cats, other), true);
});

test("a preprint is one with its article under another title, and a translation with what it translates", () => {
  const cats = holder("Sleep of cats", ["Ann Chap", "Bob Other"], { date: "2020", abstract: CATS });
  const authors = ["Ann Chap", "Bob Other"];
  const german =
    "Katzen schlafen fast den ganzen Tag lang, wie lange genau, liegt an ihrer Herkunft.";
  for (const same of [
    holder("Feline slumber", authors, { date: "2022" }),
    holder("Feline slumber", ["Bob Other", "Ann Chap"], { date: "2020" }),
    holder("Feline slumber", authors, { date: "2018", abstract: `${CATS} They also snore.` }),
    holder("Wie Tiere ruhen", authors, { date: "2020", abstract: german }),
    holder("Сон кошек", authors, { date: "2012" }),
    holder("Cats that sleep, and why", authors, { date: "2012", abstract: TRAINS }),
  ])
    assert.equal(isAnother(cats, same), false);
});
