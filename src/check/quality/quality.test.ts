import assert from "node:assert/strict";
import { test } from "node:test";
import { readPaperEntry } from "../../loader/read-entry.ts";
import { createUrls } from "../../urls.ts";
import { judgeCorpus } from "./judge.ts";
import { drawPage } from "./page.ts";
import { formatFindings } from "./tell.ts";

const LONG =
  "We measure a thing that was not measured before, and find it larger than all of us had thought that it would be, in each of the seven settings that we tried.";

const SOUND = {
  title: "On a Thing That Was Not Measured",
  authors: [
    "Ada Lovelace",
    "OpenAI Five Players",
    "van Beethoven, Ludwig",
    "Na Lei",
    "X Æ Müller",
    "张三",
  ],
  date: 2024,
  venue: "ICLR 2024",
  url: "https://papers.university.edu/thing?id=ldJXXxPE0L",
};

/** A corpus of entries: fields (undefined takes one out) and the abstract. */
function corpusOf(entries: [fields: Record<string, unknown>, body?: string | undefined][]) {
  return {
    papers: entries.map(([fields, body = LONG], n) => {
      const given: Record<string, unknown> = { ...SOUND, ...fields };
      const data = Object.entries(given).filter(([, value]) => value !== undefined);
      const yaml = data.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join("");
      const source = `---\n${yaml}---\n\n${body}\n`;
      const file = `papers/p${String(n)}.mdx`;
      const read = readPaperEntry(source, file, createUrls("/"));
      assert.ok(!Array.isArray(read), JSON.stringify(read));
      return { name: `p${String(n)}`, file, source, read };
    }),
  };
}

const codes = (fields: Record<string, unknown>, body?: string) =>
  [...judgeCorpus(corpusOf([[fields, body]])).values()]
    .flat()
    .map(({ code, line }) => `${code}:${String(line)}`);

test("of a sound entry nothing is said", () => {
  assert.deepEqual(codes({}), []);
  assert.deepEqual(
    codes({}, `${LONG} It costs \\$5 and $O(n^2)$ of time; see GPT-4, naïve Bayes and π.`),
    [],
  );
});

test("a title in another script says something", () => {
  for (const title of ["О сходимости методов", "مقدمة", "深度学习"])
    assert.deepEqual(codes({ title }), []);
  assert.deepEqual(codes({ title: "???" }), ["odd-title:2"]);
});

test("what is missing, odd or broken is found, with its line", () => {
  const cases: [fields: Record<string, unknown>, body: string | undefined, expected: string[]][] = [
    [{}, "", ["no-abstract:1"]],
    [{}, "Too short.", ["short-abstract:9"]],
    [{}, `${LONG} `.repeat(25), ["long-abstract:9"]],
    [{}, LONG.replace("tried.", "tried, and of"), ["cut-abstract:9"]],
    [{}, `${LONG} It is $\\frac{1$.`, ["broken-math:9"]],
    [{}, `${LONG}\n\nThe na\uFFFDve one.`, ["odd-characters:11"]],
    [{}, `${LONG} The naÃ¯ve one.`, ["odd-characters:9"]],
    [{}, `${LONG} By \\\\mathbb R and others.`, ["left-markup:9"]],
    [{ authors: undefined }, undefined, ["no-authors:1"]],
    [{ date: undefined }, undefined, ["no-date:1"]],
    [{ venue: undefined }, undefined, ["no-venue:1"]],
    [{ url: undefined }, undefined, ["no-link:1"]],
    [{ url: "https://github.com/" }, undefined, ["odd-link:6"]],
    [{ code: "https://anonymous.4open.science/r/x" }, undefined, ["odd-link:7"]],
    [{ pdf: "http://localhost:8000/a.pdf" }, undefined, ["odd-link:7"]],
    [{ title: "ON A THING THAT WAS NOT MEASURED" }, undefined, ["odd-title:2"]],
    [{ title: "On a thing." }, undefined, ["odd-title:2"]],
    [{ authors: ["Ada Lovelace", "Ada Lovelace"] }, undefined, ["odd-name:3"]],
    [{ authors: ["ADA LOVELACE"] }, undefined, ["odd-name:3"]],
    [{ authors: ["Ada Lovelace and Charles Babbage"] }, undefined, ["odd-name:3"]],
    [{ authors: ["ada@example.org"] }, undefined, ["odd-name:3"]],
  ];
  for (const [fields, body, expected] of cases)
    assert.deepEqual(codes(fields, body), expected, JSON.stringify([fields, body]));
});

const pairs = (entries: Parameters<typeof corpusOf>[0]) =>
  judgeCorpus(corpusOf(entries)).get("likely-duplicate") ?? [];

test("one abstract under two titles, and nearly one title by one author, are told at the later entry", () => {
  const copied = pairs([
    [{}],
    [{ title: "Measuring the Unmeasured" }, `${LONG} We also release code.`],
  ]);
  assert.deepEqual(
    copied.map(({ source, line }) => [source, line]),
    [["papers/p1.mdx", 2]],
  );
  assert.match(copied[0]?.message ?? "", /papers\/p0\.mdx/u);
  const renamed = pairs([
    [{ title: "Deep Models for Learning Thing Representations" }, ""],
    [{ title: "Deep Models for Learning Robust Thing Representations" }, ""],
  ]);
  assert.equal(renamed.length, 1);
});

test("two papers of one series are two papers", () => {
  const other = LONG.split(" ").reverse().join(" ");
  assert.deepEqual(
    pairs([
      [{ title: "Scaling Things, Part One" }],
      [{ title: "Scaling Things, Part Two" }, other],
    ]),
    [],
  );
});

test("the page names each finding as text, whatever an entry says", () => {
  const findings = judgeCorpus(
    corpusOf([
      [
        {
          title: "<SCRIPT>ALERT(1)</SCRIPT> IN CAPITALS",
        },
      ],
    ]),
  );
  const page = drawPage(findings, { title: "T", papers: 1 });
  assert.match(page, /papers\/p0\.mdx:2/u);
  assert.doesNotMatch(page, /<script/iu);
});

test("the terminal gets counts, the first of each kind, and their places", () => {
  const text = formatFindings(
    judgeCorpus(corpusOf(Array.from({ length: 5 }, () => [{ venue: undefined }, ""]))),
    5,
  );
  assert.match(text, /^ 5 {2}Without an abstract \[no-abstract\]/mu);
  assert.match(text, /^ +papers\/p2\.mdx:1: the paper has no abstract$/mu);
});
