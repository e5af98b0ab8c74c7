import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readWhole } from "../reader.ts";
import { openListing } from "./read.ts";

const FIRST = "Improved Training of Things";
const SECOND = "Why things scale, and when they do not";
const PROSE =
  "Things are a new family of models. We train them, and find that they do what others did before them.";
const OTHER =
  "We ask why things scale. The answer depends on the things that are scaled, as one would think.";

const shape = (text: string) =>
  readWhole(openListing, text, "x").records.map(({ title, abstract }) => [title, abstract]);
const codes = (text: string) =>
  readWhole(openListing, text, "x").problems.map(({ code, line }) => [code, line]);

const BOTH = [
  [FIRST, PROSE],
  [SECOND, OTHER],
];

test("what a page has before its first paper is no paper", () => {
  const header = [
    "new",
    "Get trending papers in your email inbox!",
    "Subscribe",
    "byAK and others",
    "Mar 12",
  ];
  const text = [...header, FIRST, PROSE, SECOND, OTHER].join("\n\n");
  assert.deepEqual(shape(text), BOTH);
  assert.deepEqual(codes(text), [["page-noise", 1]]);
});

test("other pages' frames are no papers either", () => {
  const text = [
    "Daily Papers",
    "by AK",
    "Upvote",
    "128",
    FIRST,
    PROSE,
    "Upvote",
    "12",
    SECOND,
    OTHER,
    "Load more",
    "Company",
    "TOS",
  ];
  assert.deepEqual(shape(text.join("\n\n")), BOTH);
});

test("blank lines may be missing or doubled", () => {
  const parts = [FIRST, PROSE, SECOND, OTHER];
  assert.deepEqual(shape(parts.join("\n")), BOTH);
  assert.deepEqual(shape(parts.join("\n\n\n\n")), BOTH);
});

test("a title without an abstract is a paper of its own, with a warning", () => {
  const text = [FIRST, PROSE, "A Title That Nobody Explained", SECOND, OTHER].join("\n\n");
  assert.deepEqual(shape(text), [BOTH[0], ["A Title That Nobody Explained", ""], BOTH[1]]);
  assert.deepEqual(codes(text), [["no-abstract", 5]]);
  const atTheEnd = [FIRST, PROSE, "A Title That Nobody Explained"].join("\n\n");
  assert.deepEqual(shape(atTheEnd), [BOTH[0], ["A Title That Nobody Explained", ""]]);
});

test("an abstract keeps its paragraphs, and its list", () => {
  const more = "Code and data are at https://example.org/things.";
  const text = [FIRST, PROSE, "- it is fast", "- it is small", more, SECOND, OTHER].join("\n\n");
  assert.deepEqual(shape(text), [
    [FIRST, `${PROSE}\n- it is fast\n- it is small\n\n${more}`],
    [SECOND, OTHER],
  ]);
});

test("an abstract broken at a column is one paragraph", () => {
  const broken = PROSE.replace(/(.{1,44})(?:\s|$)/gu, "$1\n").trim();
  assert.equal(broken.split("\n").length, 3);
  assert.deepEqual(shape([FIRST, broken, SECOND, OTHER].join("\n\n")), BOTH);
  assert.deepEqual(shape(`${FIRST}\n${broken}\n\n${SECOND}\n${OTHER}`), BOTH);
});

test("a long title and a short abstract are told by their shape and place", () => {
  const long = `${"Towards a General Theory of Very Long Titles, Their Causes, Their Uses and Their Readers: ".repeat(3)}A Survey`;
  const short = "We prove it.";
  assert.deepEqual(shape([long, PROSE, SECOND, short, FIRST, PROSE].join("\n\n")), [
    [long, PROSE],
    [SECOND, short],
    BOTH[0],
  ]);
});

test("a title may ask, exclaim, trail off or be written small", () => {
  const titles = [
    "When Do We Not Need Larger Models?",
    "Scaling Laws of Images ... for Now",
    "language models scale reliably with over-training and on downstream tasks",
    "Attention Is All You Need!",
  ];
  assert.deepEqual(
    shape(titles.flatMap((title) => [title, PROSE]).join("\n\n")),
    titles.map((title) => [title, PROSE]),
  );
});

test("a doubled paper is one record, and the warning names both lines", () => {
  const text = [FIRST, PROSE, SECOND, OTHER, FIRST.toUpperCase(), PROSE].join("\n\n");
  const { records, problems } = readWhole(openListing, text, "x");
  assert.deepEqual(
    records.map(({ title }) => title),
    [FIRST, SECOND],
  );
  assert.deepEqual(
    problems.map(({ code, line }) => [code, line]),
    [["doubled-record", 9]],
  );
  assert.match(problems[0]?.message ?? "", /line 1\b/u);
});

test("an abstract before any title is refused with its line", () => {
  assert.deepEqual(codes(`\n${PROSE}\n`), [["abstract-without-title", 2]]);
});

const LISTING = new URL("../../../../shared/corpus/listing.txt", import.meta.url);

test(
  "the listing of 63 papers gives 63, each with its abstract",
  { skip: existsSync(LISTING) ? false : "the corpus is not here" },
  () => {
    const { records, problems } = readWhole(
      openListing,
      readFileSync(LISTING, "utf8"),
      "listing.txt",
    );
    assert.equal(records.length, 63);
    assert.ok(records.every(({ abstract }) => abstract.length > 1000));
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [["page-noise", 1]],
    );
    assert.deepEqual(
      [records[0], records[62]].map((record) => [record?.line, record?.title.slice(0, 17)]),
      [
        [11, "Improved Training"],
        [259, "Training-free Dif"],
      ],
    );
  },
);
