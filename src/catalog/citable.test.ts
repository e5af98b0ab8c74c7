import assert from "node:assert/strict";
import { test } from "node:test";
import { citableLists } from "./citable.ts";
import type { Catalog } from "./types.ts";

const group = (slug: string, ...papers: string[]) => ({ slug, name: slug.toUpperCase(), papers });

/** As much of a catalog as is looked at. */
const catalog = {
  papers: [{}, {}],
  topics: [{ ...group("scaling", "a"), summary: "How loss falls." }],
  tags: [group("lora", "a")],
  authors: [group("ada", "a", "b"), group("bob", "b")],
  venues: [group("iclr", "a")],
  years: [group("2025", "b")],
} as unknown as Catalog;

const places = (limit: number) =>
  citableLists(catalog, { perPaperFiles: limit }).map(
    ({ listing, group }) => `${listing}/${group.slug}`,
  );

test("every list has citation files but that of an author's only paper", () => {
  assert.deepEqual(places(2), [
    "topics/scaling",
    "tags/lora",
    "authors/ada",
    "venues/iclr",
    "years/2025",
  ]);
});

test("in a collection above the limit only topics have them", () => {
  assert.deepEqual(places(1), ["topics/scaling"]);
});

test("a list says what it says on its page", () => {
  assert.equal(citableLists(catalog, { perPaperFiles: 1 })[0]?.about, "How loss falls.");
});
