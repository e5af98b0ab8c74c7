import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { FACETS, readQuery, readYears, SORTS, writeQuery } from "./query-url.ts";

test("an empty search has an empty address", () => {
  assert.equal(writeQuery({ text: " ", filters: {}, sort: "relevance" }), "");
});

test("an address carries text, every facet value and the order", () => {
  const query = {
    text: "low-rank & sparse",
    filters: { tag: ["lora", "moe"], year: ["2021..2024"], has: ["code"] },
    sort: "newest" as const,
  };
  assert.equal(
    writeQuery(query),
    "q=low-rank+%26+sparse&tag=lora&tag=moe&year=2021..2024&has=code&sort=newest",
  );
  assert.deepEqual(readQuery(`?${writeQuery(query)}`), query);
});

test("values of a facet may share one parameter", () => {
  assert.deepEqual(readQuery("tag=lora,moe+peft&tag=lora").filters, {
    tag: ["lora", "moe", "peft"],
  });
});

test("what an address holds beside a search is passed over", () => {
  assert.deepEqual(readQuery("q=a&sort=nonsense&utm=1&page=2"), {
    text: "a",
    filters: {},
    sort: "relevance",
  });
});

test("every search comes back from its address", () => {
  const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/u);
  const values = fc.uniqueArray(slug, { minLength: 1, maxLength: 4 });
  const text = fc.string({ unit: "grapheme" }).map((s) => s.replace(/\s+/gu, " ").trim());
  const filters = fc.record(Object.fromEntries(FACETS.map((f) => [f, values])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(text, filters, fc.constantFrom(...SORTS), (typed, chosen, sort) => {
      const query = { text: typed, filters: { ...chosen }, sort };
      assert.deepEqual(readQuery(writeQuery(query)), query);
    }),
  );
});

test("years are one, a range, or open at one end", () => {
  assert.deepEqual(readYears("2021"), { from: 2021, to: 2021 });
  assert.deepEqual(readYears("2021..2024"), { from: 2021, to: 2024 });
  assert.deepEqual(readYears("2021.."), { from: 2021, to: 9999 });
  assert.deepEqual(readYears("..2024"), { from: 0, to: 2024 });
  assert.deepEqual(readYears("2024..2021"), { from: 2021, to: 2024 });
  assert.equal(readYears(".."), undefined);
  assert.equal(readYears("new"), undefined);
});
