import assert from "node:assert/strict";
import { test } from "node:test";
import { toPaper } from "../paper/paper.ts";
import { paperSchema, tagSchema, topicSchema } from "../paper/schema.ts";
import { buildCatalog } from "./build.ts";
import { makeExcerpt } from "./excerpt.ts";

const paper = (key: string, data: Record<string, unknown>, text = "Some words.") => ({
  ...toPaper(key, paperSchema.parse({ title: key, ...data }), {
    title: key,
    titleHtml: key,
    abstract: { html: "", text, sentences: [] },
  }),
  components: "none" as const,
});

const catalog = buildCatalog({
  papers: [
    paper("old", {
      date: 2017,
      authors: ["Ann Author"],
      venue: "ICLR 2018",
      topics: ["t"],
      tags: ["x"],
    }),
    paper("new", {
      date: "2024-02-03",
      authors: ["Ann Author", "Ludwig van Beethoven", "Piotr Ángel"],
      venue: "ICLR 2024",
      arxiv: "2402.00001",
      topics: ["t"],
      tags: ["x", "y"],
      aliases: ["newer", "old"],
    }),
    paper("undated", { authors: [], topics: [], tags: ["y"] }),
  ],
  topics: [
    {
      slug: "t",
      data: topicSchema.parse({ title: "T", summary: "S", hue: 1 }),
      introHtml: "<p>Intro</p>",
    },
  ],
  tags: ["x", "y", "z"].map((slug) => ({ slug, data: tagSchema.parse({ name: `Tag ${slug}` }) })),
});

test("papers stand newest first and know their number", () => {
  assert.deepEqual(
    catalog.papers.map(({ key, number }) => [key, number]),
    [
      ["new", 0],
      ["old", 1],
      ["undated", 2],
    ],
  );
  assert.equal(catalog.updated?.iso, "2024-02-03");
});

test("a topic counts every year between first and last, and its tags", () => {
  const [topic] = catalog.topics;
  assert.deepEqual(topic?.papers, ["new", "old"]);
  assert.equal(topic.years.length, 8);
  assert.deepEqual(
    topic.years.filter(({ count }) => count > 0),
    [
      { year: 2017, count: 1 },
      { year: 2024, count: 1 },
    ],
  );
  assert.deepEqual(topic.tags[0], { slug: "x", name: "Tag x", count: 2 });
});

test("tags without papers have no page; tags that stand together know each other", () => {
  assert.deepEqual(
    catalog.tags.map(({ slug, papers }) => [slug, papers.length]),
    [
      ["x", 2],
      ["y", 2],
    ],
  );
  assert.deepEqual(catalog.tags[0]?.related, [{ slug: "y", name: "Tag y", count: 1 }]);
});

test("authors are filed by family name, particles aside, with whom they write", () => {
  assert.deepEqual(
    catalog.authors.map(({ name, letter }) => [name, letter]),
    [
      ["Piotr Ángel", "A"],
      ["Ann Author", "A"],
      ["Ludwig van Beethoven", "B"],
    ],
  );
  const ann = catalog.authors.find(({ slug }) => slug === "ann-author");
  assert.deepEqual(ann?.papers, ["new", "old"]);
  assert.equal(ann.coauthors.length, 2);
});

test("of many co-authors the first are named and the others counted", () => {
  const names = Array.from({ length: 41 }, (_, at) => `Given Name${String(at)}`);
  const { authors } = buildCatalog({
    papers: [paper("crowd", { authors: names }), paper("pair", { authors: ["A B", "C D"] })],
    topics: [],
    tags: [],
  });
  const [one, pair] = ["given-name7", "a-b"].map((slug) => authors.find((a) => a.slug === slug));
  assert.deepEqual([one?.coauthors.length, one?.moreCoauthors], [12, 28]);
  assert.deepEqual([pair?.coauthors.length, pair?.moreCoauthors], [1, undefined]);
});

test("a venue joins its years", () => {
  assert.deepEqual(catalog.venues, [
    {
      slug: "iclr",
      name: "ICLR",
      full: "International Conference on Learning Representations",
      papers: ["new", "old"],
      years: [
        { year: 2018, count: 1 },
        { year: 2024, count: 1 },
      ],
    },
  ]);
});

test("an alias leads to its paper, but never away from another's key", () => {
  assert.deepEqual([...catalog.aliases], [["newer", "new"]]);
});

test("a withdrawn paper stands in no list", () => {
  const one = { date: 2024, authors: ["Ann Author"], venue: "ICLR 2024", tags: ["x"] };
  const made = buildCatalog({
    papers: [paper("stays", one), paper("gone", { ...one, date: 2025, withdrawn: "By request." })],
    topics: [],
    tags: [],
  });
  assert.deepEqual(
    made.papers.map(({ key }) => key),
    ["stays"],
  );
  assert.deepEqual(made.authors[0]?.papers, ["stays"]);
  assert.deepEqual(
    made.years.map(({ slug }) => slug),
    ["2024"],
  );
  assert.deepEqual(
    made.withdrawn.map(({ key, withdrawn }) => [key, withdrawn]),
    [["gone", "By request."]],
  );
});

test("an empty corpus has a catalog", () => {
  const empty = buildCatalog({ papers: [], topics: [], tags: [] });
  assert.deepEqual([empty.papers, empty.years, empty.updated], [[], [], undefined]);
});

test("an excerpt ends at a word and says that it goes on", () => {
  assert.equal(makeExcerpt("short  text"), "short text");
  assert.equal(makeExcerpt("one two three", 8), "one two…");
  assert.equal([...makeExcerpt("😀".repeat(300), 9)].at(-1), "…");
});
