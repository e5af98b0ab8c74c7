import assert from "node:assert/strict";
import { test } from "node:test";
import {
  change,
  chosen,
  isIdle,
  readView,
  sameView,
  toggled,
  writeView,
  writeYears,
} from "./view.ts";

test("the untouched page has an empty address and shows the first ten", () => {
  const view = readView("");
  assert.equal(view.shown, 10);
  assert.equal(isIdle(view), true);
  assert.equal(writeView(view), "");
});

test("every part of a view survives its address", () => {
  const address = "q=low+rank&topic=peft&tag=lora&tag=svd&year=2021..2024&has=code&sort=newest";
  const view = readView(`?${address}&literal=1&show=50`);
  assert.equal(view.text, "low rank");
  assert.deepEqual(view.filters.tag, ["lora", "svd"]);
  assert.equal(view.literal, true);
  assert.equal(view.shown, 50);
  assert.equal(sameView(readView(writeView(view)), view), true);
});

test("a strange number of results becomes one that the page can show", () => {
  for (const [asked, shown] of Object.entries({ "-5": 10, x: 10, "11": 30, "30": 30, "1e9": 1010 }))
    assert.equal(readView(`q=a&show=${asked}`).shown, shown, asked);
});

test("a changed search starts again at its first results", () => {
  const view = readView("q=lora&show=50&literal=1");
  assert.equal(change(view, { text: "moe" }).shown, 10);
  assert.equal(change(view, { shown: 70 }).shown, 70);
});

test("the wish to be taken literally belongs to the words it was said of", () => {
  const view = readView("q=lora&literal=1");
  assert.equal(change(view, { text: "moe" }).literal, false);
  assert.equal(change(view, { sort: "newest" }).literal, true);
});

test("a filter is switched on, and off again, without leaving a trace", () => {
  const on = toggled({}, "tag", "lora");
  assert.deepEqual(on, { tag: ["lora"] });
  assert.deepEqual(toggled(on, "tag", "moe"), { tag: ["lora", "moe"] });
  assert.deepEqual(toggled(on, "tag", "lora"), {});
});

test("filters are listed in the order of the facets, not of the clicks", () => {
  const { filters } = readView("has=code&tag=lora&topic=peft");
  assert.deepEqual(
    chosen(filters).map(({ facet }) => facet),
    ["topic", "tag", "has"],
  );
  assert.equal(isIdle(readView("topic=peft")), false);
});

test("a span of years is written as short as it can be", () => {
  assert.equal(writeYears({ from: 2021, to: 2024 }), "2021..2024");
  assert.equal(writeYears({ from: 2021, to: 2021 }), "2021");
  assert.equal(writeYears({ from: 2021, to: 9999 }), "2021..");
  assert.equal(writeYears({ from: 0, to: 2024 }), "..2024");
  assert.equal(writeYears({ from: 0, to: 9999 }), "");
});
