import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createUrls } from "../urls.ts";
import { readPaperEntry } from "./read-entry.ts";
import { COMPONENTS } from "./refused.ts";

/** Line, message and hint of each problem of an entry whose body begins on line 5. */
function refuse(body: string): string[] {
  const read = readPaperEntry(`---\ntitle: x\n---\n\n${body}\n`, "x.mdx", createUrls("/"));
  if (!Array.isArray(read)) return [];
  return read.map(({ line, message, hint }) => `${String(line)}: ${message}; ${hint ?? ""}`);
}

test("what would end a build, or run in it, is named with its line and its mend", () => {
  const cases: [body: string, expected: RegExp][] = [
    ["Text.\n\n<Foo/>", /^7: <Foo> is nothing that an entry may use; .*<Note>; put a backslash/u],
    ["<Note>\n\n- a <Foo.Bar>x</Foo.Bar>\n\n</Note>", /^7: <Foo\.Bar> /u],
    ["export default function(){}", /^5: "export default .* the whole page; .*&#101;xport/u],
    ["a {process.exit()} b", /^5: \{process\.exit\(\)\} reaches out of the page.*; put a/u],
    ["a set {x} of", /^5: \{x\} is code, and nothing here is called x; put a backslash/u],
    ["{a, b}", /^5: .* nothing here is called a/u],
    ["> a\n> ![a](x.png)", /^6: the picture "x\.png" is a file, .*\[words\]/u],
    ["![a](../x.png)", /^5: the picture/u],
    ["![a][b]\n\n[b]: ./x.png", /^5: the picture/u],
    ["<script>x</script>", /^5: <script> /u],
    ['x <img src="https://x.org/p.png"/>', /^5: <img> /u],
    ['<a href="javascript:alert(1)">x</a>', /^5: <a> has the address "javascript:/u],
    ['<a href="//x.org">x</a>', /^5: <a> has the address "\/\/x/u],
    ['<a href={"javascript:alert(1)"}>x</a>', /^5: <a> has the address ""/u],
    ["<b {...globalThis}>x</b>", /^5: \{...globalThis\} reaches out/u],
    ['<b onclick="x">x</b>', /^5: <b> has the attribute "onclick"/u],
  ];
  for (const [body, expected] of cases) {
    const told = refuse(body);
    assert.equal(told.length, 1, `${body}: ${told.join("\n")}`);
    assert.match(told[0] ?? "", expected);
  }
});

test("every such fault of a body is told", () => {
  assert.equal(refuse("<Foo/>\n\n{f} and {g}\n\n<Bar/>").length, 4);
});

test("what is nested too deeply is refused on its line", () => {
  for (const mark of ["> ", "- ", "<i>"]) {
    const close = mark === "<i>" ? "</i>".repeat(3000) : "";
    const told = refuse(`Text.\n\n${mark.repeat(3000)}x${close}`);
    assert.match(
      told.join("\n"),
      /^7: what begins here is nested too deeply; write it with fewer/u,
    );
  }
  assert.deepEqual(refuse(`${"> ".repeat(20)}x`), []);
});

test("what runs nothing may stand", () => {
  for (const body of [
    '<Note>An <b title="t">editor</b> says **so**.</Note>',
    "{/* not for readers */}\n\nText{' '}and {6 * 7}{}.",
    'H<sub>2</sub>O <a href="paper:x">x</a> <a href="https://x.org">y</a>',
    "<>\n\nx\n\n</>",
    "![a](/x.png)",
    'import Chart from "../../src/components/Chart.astro"\n\n<Chart of={[1, 2]}/>',
    "export const made = 3\n\nThere are {made}, {made + 1} and {Math.max(made, 4)}.",
    '<b style="x">x</b>',
    "| a |\n|---|\n| b |",
  ])
    assert.deepEqual(refuse(body), [], body);
});

test("the components that entries may use are those that pages hand over", () => {
  const file = new URL("../components/entry/EntryComponents.astro", import.meta.url);
  const [, names = ""] =
    /^const components = \{ (.*) \};$/mu.exec(readFileSync(file, "utf8")) ?? [];
  assert.deepEqual(names.split(", "), [...COMPONENTS]);
});
