import assert from "node:assert/strict";
import { test } from "node:test";
import { readTitleSource } from "../paper/text/title.ts";
import { createUrls } from "../urls.ts";
import { parseSiteLink } from "./links.ts";
import { renderMath, toMathML } from "./math.ts";
import { readPaperEntry, readTopicEntry } from "./read-entry.ts";
import { BadMdx, readTree } from "./read-tree.ts";

const urls = createUrls("/carrel/");

function readPaper(source: string) {
  const entry = readPaperEntry(source, "x.mdx", urls);
  assert.ok(!Array.isArray(entry), JSON.stringify(entry));
  return entry;
}

test("prose becomes sentences in spans, math MathML, addresses links", () => {
  const { abstract, titleHtml, components } = readPaper(
    "---\ntitle: On $x^2$ & more\n---\n\nWe bound $O(1/K)$. See https://example.org/a_b.\n",
  );
  assert.equal(components, "none");
  assert.match(titleHtml, /^On <math>.*<\/math> &amp; more$/u);
  assert.match(
    abstract.html,
    /<span id="s1"><i id="q\w{5}"><\/i>We bound <math>.*<\/math>\.<\/span>/u,
  );
  assert.match(
    abstract.html,
    /<span id="s2"><i id="q\w{5}"><\/i>See <a href="https:\/\/example\.org\/a_b"/u,
  );
  assert.deepEqual(
    abstract.sentences.map(({ text }) => text),
    ["We bound O(1/K).", "See https://example.org/a_b."],
  );
});

test("text that looks like code is text, escaped", () => {
  const { abstract } = readPaper(
    '---\ntitle: x\n---\n\n\\{globalThis.x = 1} \\<img src=x onerror=alert(1)> &#105;mport "fs"\n',
  );
  assert.equal(abstract.text, '{globalThis.x = 1} <img src=x onerror=alert(1)> import "fs"');
  assert.ok(!abstract.html.includes("<img"));
});

test("a link that could run loses its address and keeps its words", () => {
  const { abstract } = readPaper("---\ntitle: x\n---\n\n[click](javascript:alert(1)) me\n");
  assert.match(abstract.html, /^<p><span id="s1"><i id="q\w{5}"><\/i>click me<\/span><\/p>$/u);
});

test("a picture that is elsewhere is a link to it with its words, or its words", () => {
  const { abstract, components } = readPaper(
    "---\ntitle: x\n---\n\nSee ![one](https://x.org/p.png), ![two](//x.org/p.png) and ![three](data:x).\n",
  );
  assert.equal(components, "none");
  assert.match(
    abstract.html,
    /See <a href="https:\/\/x\.org\/p\.png" rel="external noopener">one<\/a>, two and three\./u,
  );
});

test("where components stand decides who draws the prose", () => {
  const where = (body: string) => readTree(body).components;
  assert.equal(where("Prose.\n"), "none");
  assert.equal(where("Prose.\n\n<Note>x</Note>\n"), "after");
  assert.equal(where("Prose.\n\n<Note>x</Note>\n\nMore.\n"), "within");
  assert.equal(where("Prose {1 + 1}.\n"), "within");
  assert.equal(where("{1 + 1}\n"), "after");
});

test("every problem of an entry is named, each with its line", () => {
  const problems = readPaperEntry(
    "---\ntitle: x\ndat: 1\ndate: soon\n---\n\na <b\n",
    "x.mdx",
    urls,
  );
  assert.ok(Array.isArray(problems));
  assert.deepEqual(problems.map(({ code, line }) => [code, line]).sort(), [
    ["bad-field", 4],
    ["bad-mdx", 7],
    ["unknown-field", 3],
  ]);
  const [bare] = readPaperEntry("no frontmatter", "x.mdx", urls) as { code: string }[];
  assert.equal(bare?.code, "no-frontmatter");
});

test("a fault in a list is told on its item's line", () => {
  const problems = readPaperEntry(
    "---\ntitle: x\nauthors:\n  - A B\n  - C D\n  - 12\ntags: [a,\n  3]\n---\n",
    "x.mdx",
    urls,
  );
  assert.ok(Array.isArray(problems));
  assert.deepEqual(
    problems.map(({ line }) => line),
    [6, 8],
  );
});

test("MDX that does not parse says its own line", () => {
  assert.throws(
    () => readTree("fine\n\n{broken\n"),
    (error) => error instanceof BadMdx && error.faults[0]?.line === 3,
  );
});

test("a topic's links into the site are paths below the base", () => {
  const topic = readTopicEntry(
    "---\ntitle: T\nsummary: S\nhue: 3\n---\n\n[Dao](paper:dao2025improved) and [tag](tag:moe).\n",
    "t.mdx",
    urls,
  );
  assert.ok(!Array.isArray(topic));
  assert.equal(
    topic.introHtml,
    '<p><a href="/carrel/papers/dao2025improved/">Dao</a> and <a href="/carrel/tags/moe/">tag</a>.</p>',
  );
  assert.deepEqual(parseSiteLink("topic:scaling-laws"), { kind: "topic", name: "scaling-laws" });
  assert.equal(parseSiteLink("https://example.org/"), undefined);
});

test("math that is none is shown as written; math that would act is not made", () => {
  assert.equal(renderMath("\\frac{a", false), '<code class="tex">\\frac{a</code>');
  assert.equal(toMathML("\\href{javascript:alert(1)}{x}", false), undefined);
  assert.ok(!renderMath("\\color{red} x", false).includes("style="));
});

test("titles hold math between dollars, and dollars of their own", () => {
  assert.deepEqual(readTitleSource("Save \\$5 with $x_1$"), [
    { type: "text", value: "Save $5 with " },
    { type: "math", tex: "x_1" },
  ]);
  assert.deepEqual(readTitleSource("A $ alone"), [{ type: "text", value: "A $ alone" }]);
});
