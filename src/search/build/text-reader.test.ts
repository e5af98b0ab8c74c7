import assert from "node:assert/strict";
import { test } from "node:test";
import { createTextCounter, createTextReader } from "./text-reader.ts";

test("a text is read stretch by stretch: joined, in parts, and its small words as they stand", () => {
  const read = createTextReader();
  assert.deepEqual(read("Fine-tuning — a LoRA's rank."), [
    { joined: "finetuning", parts: ["fine", "tuning"], small: ["tuning"] },
    { small: [] },
    { joined: "a", parts: ["a"], small: ["a"] },
    { joined: "lora", parts: ["lora"], small: ["s"] },
    { joined: "rank", parts: ["rank"], small: ["rank"] },
  ]);
});

test("a stretch that was met before is the same again, in any text", () => {
  const read = createTextReader();
  const [first] = read("rank one");
  const [, second] = read("low rank");
  assert.equal(second, first);
});

test("a reader that is full forgets, and reads the same", () => {
  const read = createTextReader(2);
  const texts = ["low rank", "rank one", "fine-tuning a rank", "low rank"];
  const apart = texts.map((text) => createTextReader()(text));
  assert.deepEqual(texts.map(read), apart);
  assert.deepEqual(texts.map(read), apart);
});

test("a word counts once a text, however often it stands there", () => {
  const words = createTextCounter();
  for (const word of ["rank", "rank", "low"]) words.add(word, 1);
  for (const word of ["rank", "one"]) words.add(word, 2);
  assert.deepEqual(
    words.counts(),
    new Map([
      ["rank", 2],
      ["low", 1],
      ["one", 1],
    ]),
  );
});
