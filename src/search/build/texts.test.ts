import assert from "node:assert/strict";
import { test } from "node:test";
import type { Texts } from "./texts.ts";
import { createCounter, readTexts } from "./texts.ts";

const readText = (text: string, most?: number) =>
  readTexts([{ title: text, abstract: { text: "" } }], most);

/** The words of a paper's title, with a bar where a stretch ends. */
const spell = ({ words, papers }: Texts, paper = 0) =>
  Array.from(
    papers[paper]?.title ?? [],
    (code) => `${words[code >>> 1] ?? "?"}${code % 2 === 1 ? "|" : ""}`,
  ).join(" ");

test("a text is read word by word, and where its stretches end", async () => {
  assert.equal(
    spell(await readText("Fine-tuning — a LoRA's rank.")),
    "fine tuning| a| lora| rank|",
  );
});

test("a word has one number, wherever it stands and whatever stands around it", async () => {
  const { words, papers } = await readTexts([
    { title: "Low-rank", abstract: { text: "The rank (low)." } },
    { title: "Rank", abstract: { text: "" } },
  ]);
  assert.equal(new Set(words).size, words.length);
  assert.deepEqual(
    Array.from(papers[0]?.abstract ?? [], (code) => words[code >>> 1]),
    ["the", "rank", "low"],
  );
  assert.equal(words[(papers[1]?.title[0] ?? 0) >>> 1], "rank");
});

test("papers that write a word in small letters are counted, each once", async () => {
  const { words, small } = await readTexts([
    { title: "A CAT", abstract: { text: "A cat, a cat; CAT maps." } },
    { title: "CATs", abstract: { text: "A CAT." } },
    { title: "cat", abstract: { text: "" } },
  ]);
  assert.equal(small[words.indexOf("cat")], 2);
  assert.equal(small[words.indexOf("cats")], 0);
});

test("a reader that is full forgets, and reads the same", async () => {
  const papers = ["low rank", "rank one", "fine-tuning a rank", "low rank"].map((title) => ({
    title,
    abstract: { text: `${title} again` },
  }));
  assert.deepEqual(await readTexts(papers, 2), await readTexts(papers));
});

test("a thing counts once a paper, however often it stands there", () => {
  const counter = createCounter();
  for (const thing of [3, 3, 0]) counter.add(thing, 0);
  for (const thing of [3, 1]) counter.add(thing, 1);
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((thing) => counter.count(thing)),
    [1, 1, 0, 2, 0],
  );
});
