import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { findTopics, orderByTopic, partsOfTopics } from "./find-topics.ts";

const dir = mkdtempSync(join(tmpdir(), "carrel-topics-"));
after(() => rmSync(dir, { recursive: true }));

const FILES: Record<string, string> = {
  "index.html": "home",
  "papers/ada2020one.bib": "@misc{}",
  "papers/ada2020one/index.html": "one",
  "papers/bob2021two/index.html": "two",
  "papers/cy2022three/index.html": "three",
  "topics/index.html": "all",
  "topics/optics/index.html":
    '<h1><span class="dot"></span>Light &amp; optics</h1><a href="/base/papers/bob2021two/">two</a>' +
    '<a href="/base/papers/page/2/">more</a><a href="/other/papers/cy2022three/">elsewhere</a>',
  "topics/optics/page/2/index.html": "<h1>Light</h1><a href=/base/papers/cy2022three/#s1>three</a>",
  "topics/old/index.html": '<meta http-equiv="refresh" content="0; url=/base/topics/optics/">',
};
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}
const paths = Object.keys(FILES);
const topics = findTopics(dir, paths, "/base/");

test("a topic has the papers that any of its pages leads to, and its name", () => {
  assert.deepEqual(topics, [
    { slug: "optics", name: "Light & optics", keys: new Set(["bob2021two", "cy2022three"]) },
  ]);
});

test("papers of a topic stand together, with their citation files", () => {
  const ordered = orderByTopic(
    paths.map((path) => ({ path })),
    topics,
  ).map(({ path }) => path);
  assert.equal(new Set(ordered).size, paths.length);
  const at = (path: string) => ordered.indexOf(path);
  assert.equal(at("papers/cy2022three/index.html") - at("papers/bob2021two/index.html"), 1);
  assert.ok(at("papers/ada2020one.bib") > at("papers/cy2022three/index.html"));
});

test("a topic needs the parts that hold its pages, its papers, and what every reader needs", () => {
  const parts = [
    ["index.html", "topics/index.html"],
    ["papers/ada2020one/index.html"],
    ["papers/bob2021two/index.html"],
    ["topics/optics/index.html"],
  ];
  assert.deepEqual(partsOfTopics(topics, parts)[0]?.parts, [0, 2, 3]);
});
