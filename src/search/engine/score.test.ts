import assert from "node:assert/strict";
import { test } from "node:test";
import { FIELD } from "../bundle/bundle.ts";
import type { Evidence } from "./evidence.ts";
import { scorePapers } from "./score.ts";

const corpus = {
  papers: 10,
  lengths: Uint32Array.from({ length: 10 }, () => 100),
  meanLength: 100,
  fields: ["authors", "title"],
};
const seen = (text: number[], title: number[] = [], sure = 1) => ({
  text: Uint32Array.from(text),
  fields: Uint32Array.from(title.map((place) => FIELD + place)),
  sure,
});
const found = (evidence: Record<number, ReturnType<typeof seen>>, at = 0) => ({
  evidence: new Map(Object.entries(evidence).map(([paper, s]) => [Number(paper), s])) as Evidence,
  weight: 1,
  at,
  length: 1,
});
const scores = (...units: ReturnType<typeof found>[]) => scorePapers(units, corpus).scores;

test("a title counts more than the text, repetition more than one mention, less each time", () => {
  const [once = 0, twice = 0, thrice = 0, title = 0] = scores(
    found({ 0: seen([1]), 1: seen([1, 9]), 2: seen([1, 9, 20]), 3: seen([], [0]) }),
  );
  assert.ok(once < twice && twice < thrice && thrice - twice < twice - once);
  assert.ok(title > twice);
});

test("a rare word counts more than a common one", () => {
  const common = found({ 0: seen([1]), 2: seen([1]), 3: seen([1]), 4: seen([1]) });
  const rare = found({ 1: seen([1]) }, 1);
  const [withCommon = 0, withRare = 0] = scores(common, rare);
  assert.ok(withRare > withCommon);
});

test("words side by side count more than words apart", () => {
  const [beside = 0, apart = 0] = scores(
    found({ 0: seen([5]), 1: seen([5]) }),
    found({ 0: seen([6]), 1: seen([60]) }, 1),
  );
  assert.ok(beside > apart);
});

test("what only resembles a word counts less, and does not make the word common", () => {
  const alike = Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [i + 1, seen([1], [], 0.3)]),
  );
  const [exact = 0, similar = 0] = scores(found({ 0: seen([1]), ...alike }));
  assert.ok(exact > 2 * similar);
  assert.ok(exact > (scores(found({ 0: seen([1]), 1: seen([1]), 2: seen([1]) }))[0] ?? 0));
});

test("nothing found is nothing", () => {
  assert.ok(scores().every((score) => score === 0));
});
