import assert from "node:assert/strict";
import { test } from "node:test";
import { holderOf, isAnother } from "./claimed.ts";
import { makeDraft } from "./draft.ts";

function holder(
  title: string,
  authors: string[],
  more: { abstract?: string; sourceKey?: string } = {},
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
