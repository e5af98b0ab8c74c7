import assert from "node:assert/strict";
import { test } from "node:test";
import type { Note } from "../types.ts";
import { readView } from "./view.ts";
import {
  describeChoice,
  describeMethod,
  describeNote,
  describeTotal,
  describeWait,
  describeWay,
} from "./words.ts";

const plain = (note: Parameters<typeof describeNote>[0]) =>
  describeNote(note)
    .map(({ text }) => text)
    .join("");

test("the count comes with the query and the filters in words", () => {
  assert.equal(
    describeTotal({ total: 12, notes: [] }, readView("q=low+rank")),
    "12 papers for “low rank”.",
  );
  assert.equal(
    describeTotal({ total: 1, notes: [] }, readView("q=a&tag=b")),
    "1 paper for “a”, 1 filter on.",
  );
  assert.equal(describeTotal({ total: 0, notes: [] }, readView("q=a")), "No papers for “a”.");
  assert.equal(
    describeTotal({ total: 11154, notes: [] }, readView("has=code")),
    "11,154 papers, 1 filter on.",
  );
});

test("a corrected query names both spellings and offers the typed one", () => {
  const note = { kind: "corrected", from: "difusion", to: "diffusion" } as const;
  assert.match(plain(note), /diffusion.*instead for difusion/u);
  assert.equal(describeNote(note).filter(({ literal }) => literal).length, 1);
});

test("an expansion says what else was searched, and can be declined", () => {
  const note = { kind: "expanded", from: "LoRA", to: "low-rank adaptation" } as const;
  assert.match(plain(note), /low-rank adaptation for LoRA/u);
  assert.equal(describeNote(note).filter(({ literal }) => literal).length, 1);
});

test("words that failed are named", () => {
  assert.equal(plain({ kind: "unknown", words: ["robotics"] }), "No paper has robotics.");
  assert.equal(plain({ kind: "unknown", words: ["a", "b", "c"] }), "No paper has a, b or c.");
  const relaxed = { kind: "relaxed", words: ["tag:x"], total: 12, rest: "lora" } satisfies Note;
  assert.equal(plain(relaxed), "12 papers without tag:x.");
  assert.equal(describeNote(relaxed).find(({ query }) => query !== undefined)?.query, "lora");
  assert.equal(
    plain({ kind: "apart", words: ["x"] }),
    "No paper has all of these words; some have all but x.",
  );
  assert.equal(
    plain({ kind: "loosened", words: ["author:x"], total: 1 }),
    "No paper has author:x as it is asked for; 1 has some of the words.",
  );
});

test("of a query without any word nothing is claimed, and what is shown instead is said", () => {
  const note = { kind: "wordless", text: "🚀", total: 63, newest: true } as const;
  assert.equal(
    plain(note),
    "There is nothing to search for in 🚀. All 63 papers are shown, newest first.",
  );
  assert.equal(
    plain({ ...note, total: 5, newest: false }),
    "There is nothing to search for in 🚀. All 5 papers are shown.",
  );
  assert.equal(plain({ ...note, total: 0 }), "There is nothing to search for in 🚀.");
  assert.equal(describeTotal({ total: 63, notes: [note] }, readView("q=🚀")), "63 papers.");
});

test("a year that is none is told with how to write one", () => {
  assert.equal(
    plain({ kind: "misread", words: ["year:soon"] }),
    "Left out, as it is no year: year:soon. Write year:2021 or year:2019..2022.",
  );
});

test("years are named as a span, other filters by what the index calls them", () => {
  assert.equal(describeChoice("year", "2021..2024", undefined), "2021 to 2024");
  assert.equal(describeChoice("year", "2021..", undefined), "since 2021");
  assert.equal(describeChoice("has", "code", undefined), "Has code");
  assert.equal(describeChoice("tag", "low-rank", "Low-rank adaptation"), "Low-rank adaptation");
  assert.equal(describeChoice("tag", "low-rank", undefined), "low rank");
});

test("a long wait says how far it is", () => {
  assert.equal(describeWait(400, { files: 0, bytes: 0 }), "Searching…");
  assert.match(describeWait(2400, { files: 3, bytes: 118_400 }), /3 files, 118 KB in 2 s/u);
  assert.match(describeWait(3000, { files: 0, bytes: 0 }), /Waiting .* 3 s/u);
});

test("the line for a methods section names site, date, words, filters, count and address", () => {
  const line = describeMethod(readView("q=lora&year=2024"), 3, {
    site: "Carrel",
    updated: "5 June 2025",
    address: "https://x.org/search/?q=lora",
    labels: (_, value) => value,
  });
  assert.equal(
    line,
    "Carrel, corpus of 5 June 2025: “lora” (year: 2024), 3 papers. https://x.org/search/?q=lora",
  );
});

test("the way from the filters to the results says how many there are", () => {
  assert.equal(describeWay(1), "Show 1 paper");
  assert.equal(describeWay(1200), "Show 1,200 papers");
  assert.equal(describeWay(0), "Close: no papers");
});
