import assert from "node:assert/strict";
import { test } from "node:test";
import { drawBlocks, drawInline } from "./drawing.ts";
import type { Block, Inline } from "./tree.ts";

const drawing = {
  math: (tex: string, display: boolean) => `<math${display ? " block" : ""}>${tex}</math>`,
};
/** An address that runs instead of leading anywhere. */
const RUNS = ["javascript", "alert(1)"].join(":");

const text = (value: string): Inline => ({ type: "text", value });
const paragraph = (...children: Inline[]): Block => ({ type: "paragraph", children });

test("counts sentences through paragraphs and items", () => {
  const { html, sentences } = drawBlocks(
    [
      paragraph(text("One is. Two are.")),
      { type: "list", ordered: true, start: 3, items: [[paragraph(text("Three."))]] },
    ],
    drawing,
  );
  assert.equal(
    html,
    '<p><span id="s1">One is.</span> <span id="s2">Two are.</span></p>\n' +
      '<ol start="3"><li><span id="s3">Three.</span></li></ol>',
  );
  assert.deepEqual(
    sentences.map((sentence) => sentence.text),
    ["One is.", "Two are.", "Three."],
  );
});

test("ends a mark with its sentence and opens it again in the next", () => {
  const { html } = drawBlocks(
    [paragraph(text("We "), { type: "emphasis", children: [text("stop. We")] }, text(" go."))],
    drawing,
  );
  assert.equal(
    html,
    '<p><span id="s1">We <em>stop.</em></span> <span id="s2"><em>We</em> go.</span></p>',
  );
});

test("a word that does not end may be broken, never within a character, and reads as it was", () => {
  const drawn = (word: string) => drawBlocks([paragraph(text(word))], drawing).html;
  const pieces = (word: string) =>
    drawn(word)
      .replace(/^<p><span id="s1">|<\/span><\/p>$/gu, "")
      .split("<wbr>");
  assert.deepEqual(pieces("w".repeat(450)), ["w".repeat(200), "w".repeat(200), "w".repeat(50)]);
  assert.deepEqual(pieces("&".repeat(201)), ["&amp;".repeat(200), "&amp;"]);
  // An accent stays on its letter, half a pair with the other.
  assert.deepEqual(pieces(`${"w".repeat(200)}\u0301w`), [`${"w".repeat(200)}\u0301`, "w"]);
  assert.deepEqual(pieces("\u{1D4AB}".repeat(201)), ["\u{1D4AB}".repeat(200), "\u{1D4AB}"]);
  // A picture made of several characters stays one.
  for (const joined of ["\u{1F469}\u200D\u{1F4BB}", "\u{1F44D}\u{1F3FD}"])
    for (let before = 197; before < 201; before += 1)
      assert.ok(drawn(`${"w".repeat(before)}${joined}${"w".repeat(300)}`).includes(joined));
  for (const word of ["w".repeat(200), "many words ".repeat(100).trim(), "言".repeat(900)])
    assert.deepEqual(pieces(word), [word]);
  const link = drawBlocks(
    [paragraph({ type: "link", url: "https://x.example/", children: [text("w".repeat(201))] })],
    drawing,
  ).html;
  assert.ok(link.includes(`${"w".repeat(200)}<wbr>w</a>`), link);
});

test("reads a formula as plain text in the words and draws it by the function given", () => {
  const { html, sentences } = drawBlocks(
    [
      paragraph(text("A "), { type: "math", tex: "x_1. Y" }, text(" it is.")),
      { type: "display", tex: "y" },
    ],
    drawing,
  );
  assert.equal(
    html,
    '<p><span id="s1">A <math>x_1. Y</math> it is.</span></p>\n<div class="display" id="s2"><math block>y</math></div>',
  );
  assert.deepEqual(sentences, [
    { id: "s1", text: "A x₁. Y it is." },
    { id: "s2", text: "y" },
  ]);
});

test("escapes words and addresses, and draws no link that might run", () => {
  const link = (url: string): Inline => ({ type: "link", url, children: [text("<b>")] });
  const { html } = drawBlocks(
    [paragraph(link(RUNS), text(" & "), link('https://a.b/"onclick="x'), link("data:text/html,x"))],
    drawing,
  );
  assert.equal(
    html,
    '<p><span id="s1">&lt;b&gt; &amp; <a href="https://a.b/&quot;onclick=&quot;x" rel="external noopener">&lt;b&gt;</a>&lt;b&gt;</span></p>',
  );
});

test("draws a title's links as their words", () => {
  assert.equal(
    drawInline(
      [
        { type: "link", url: "https://a.b", children: [text("a & b")] },
        { type: "math", tex: "c" },
      ],
      drawing,
    ),
    "a &amp; b<math>c</math>",
  );
});
