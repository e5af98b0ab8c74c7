import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mdxToMdast } from "satteri";
import type { Block, Inline } from "./tree.ts";
import { writeInline, writeMdx } from "./write-mdx.ts";

interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
}

const parse = (source: string) =>
  mdxToMdast(source, { features: { math: true, frontmatter: false } }) as unknown as Node;

function readNodes(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(readNodes)];
}

const CODE = /^mdx/u;

/** The words of a parsed tree, as `blockText` gives them. */
function words(node: Node): string {
  if (node.value !== undefined) return node.value;
  if (node.type === "break") return " ";
  const apart = /^(?:root|listItem|blockquote)$/u.test(node.type)
    ? "\n\n"
    : node.type === "list"
      ? "\n"
      : "";
  return (node.children ?? []).map(words).join(apart);
}

/** An address that runs instead of leading anywhere. */
const RUNS = ["javascript", "alert(1)"].join(":");

const text = (value: string): Inline => ({ type: "text", value });
const paragraph = (...children: Inline[]): Block => ({ type: "paragraph", children });

/** Markdown cannot say which blank a blank was; nor NUL, which it replaces. */
const squash = (value: string) => value.replace(/\s+/gu, " ").replaceAll("\0", "\ufffd").trim();

const HOSTILE = [
  "{globalThis.x = 1}",
  'import fs from "fs"',
  "export const a = 1",
  "<img onerror=alert(1)>",
  "</p>",
  "<!-- a -->",
  "a <3 b",
  "# no heading",
  "- no item",
  "+ no item",
  "12. no item",
  "> no quote",
  "---",
  "***",
  "===",
  "```js",
  "~~~",
  "| a | b |",
  "[a]: https://a.b",
  "[a](https://a.b)",
  "![a](https://a.b)",
  "[^1]: note",
  "a\\",
  "\\{a}",
  "\\\\{a}",
  "$5 and $6",
  "$$",
  "&amp; &#123; &lt;",
  "*a* _b_ **c** ~~d~~ ~e~",
  "`a` ``b``",
  " a ",
  "::: a",
  "[x] done",
  "[ ] to do",
  "{/* a */}",
  "a {b",
  "a }b",
];

for (const value of HOSTILE) {
  test(`reads back as its text: ${value}`, () => {
    const source = writeMdx([paragraph(text(value))]);
    const tree = parse(source);
    assert.equal(squash(words(tree)), squash(value));
    assert.deepEqual(
      readNodes(tree).filter((node) => CODE.test(node.type)),
      [],
    );
  });
}

test("leaves ordinary prose as it is", () => {
  for (const value of [
    "A 5-8% gain (p < 0.05) on CIFAR-10, i.e. 1.7x - 2.7x faster; see Sec. 3.",
    "snake_case, C# & C++, R&D, 50/50 | 20% [12] “quoted” #1",
    "From ~10% to 20%!",
  ])
    assert.equal(writeInline([text(value)]), value);
});

test("writes an address bare where a reader of Markdown finds exactly that link", () => {
  const link = (url: string): Inline => ({ type: "link", url, children: [text(url)] });
  assert.equal(
    writeInline([text("See "), link("https://github.com/a/b_c_d"), text(".")]),
    "See https://github.com/a/b_c_d.",
  );
  assert.equal(
    writeInline([link("https://a.bc/x"), text("y")]),
    "[https://a.bc/x](https://a.bc/x)y",
  );
});

test("drops the address of a link that might run", () => {
  const children = [text("here")];
  assert.equal(writeInline([{ type: "link", url: RUNS, children }]), "here");
});

test("writes lists, display math and paragraphs on lines of their own", () => {
  const source = writeMdx([
    paragraph(text("Two questions:")),
    { type: "list", ordered: false, items: [[paragraph(text("One"))], [paragraph(text("Two"))]] },
    { type: "display", tex: "x^2" },
  ]);
  assert.equal(source, "Two questions:\n\n- One\n- Two\n\n$$\nx^2\n$$\n");
});

const sign = fc.constantFrom(
  ...Array.from("{}<>\\`*_$~[]()#-+=|&!:.@'\"^%/ \n"),
  "import ",
  "export ",
  "https://",
  "a",
  "B",
  "é",
  "1",
);
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(sign, { maxLength: 24 }).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
);

test("any string reads back as its words, and nothing of it is code", () => {
  fc.assert(
    fc.property(anyText, (value) => {
      const tree = parse(writeMdx([paragraph(text(value))]));
      assert.equal(squash(words(tree)), squash(value));
      assert.ok(!readNodes(tree).some((node) => CODE.test(node.type)));
    }),
    { numRuns: 3000, seed: 7 },
  );
});

const inlineTree = fc.letrec<{ inline: Inline; children: Inline[] }>((tie) => ({
  children: fc.array(tie("inline"), { minLength: 1, maxLength: 4 }),
  inline: fc.oneof(
    { maxDepth: 3 },
    anyText.map(text),
    fc
      .constantFrom("x_1", "\\frac{a}{b}", "a < b", "\\{a\\}")
      .map((tex): Inline => ({ type: "math", tex })),
    fc.constantFrom("a", "a `b", "{x}", "<b>").map((value): Inline => ({ type: "code", value })),
    fc.record({ type: fc.constantFrom("emphasis", "strong", "strike"), children: tie("children") }),
    fc.record({
      type: fc.constant("link"),
      url: fc.constantFrom("https://a.bc/d_e(f)?g=h&amp;i", "mailto:a@b.cd"),
      children: fc.array(anyText.map(text), { minLength: 1, maxLength: 2 }),
    }),
  ),
}));

/** The words of a line, formulas as their source. */
const sourceOf = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if (node.type === "math") return node.tex;
      if (node.type === "break") return " ";
      return "value" in node ? node.value : sourceOf(node.children);
    })
    .join("");

test("any line reads back as its words, and nothing of it is code", () => {
  fc.assert(
    fc.property(inlineTree.children, (children) => {
      const blocks = [paragraph(...children)];
      const tree = parse(writeMdx(blocks));
      // Formulas that touch become one, which may take a space.
      const bare = (value: string) => squash(value).replace(/\s+/gu, "");
      assert.equal(bare(words(tree)), bare(sourceOf(children)));
      assert.ok(!readNodes(tree).some((node) => CODE.test(node.type)));
    }),
    { numRuns: 3000, seed: 7 },
  );
});
