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
    ["export default function(){}", /^5: "export default .* no entry may run; .*&#101;xport/u],
    ['import "fs"', /^5: "import .*&#105;mport/u],
    ["a {process.exit()} b", /^5: \{process\.exit\(\)\} is code, which no entry may run; put a/u],
    ["{`x`}", /^5: /u],
    ["{(() => 1)()}", /^5: /u],
    ["> a\n> ![a](x.png)", /^6: the picture "x\.png" is a file, .*\[words\]/u],
    ["![a](../x.png)", /^5: the picture/u],
    ["![a][b]\n\n[b]: ./x.png", /^5: the picture/u],
    ["<script>x</script>", /^5: <script> /u],
    ['x <img src="https://x.org/p.png"/>', /^5: <img> /u],
    ['<a href="javascript:alert(1)">x</a>', /^5: <a> has the address "javascript:/u],
    ['<a href="//x.org">x</a>', /^5: <a> has the address "\/\/x/u],
    ['<a href={"x"}>x</a>', /^5: <a> has an attribute that is code/u],
    ["<b {...globalThis}>x</b>", /^5: <b> has an attribute that is code/u],
    ['<b onclick="x">x</b>', /^5: <b> has the attribute "onclick"/u],
    ['<b style="x">x</b>', /^5: <b> has the attribute "style"/u],
  ];
  for (const [body, expected] of cases) {
    const told = refuse(body);
    assert.equal(told.length, 1, `${body}: ${told.join("\n")}`);
    assert.match(told[0] ?? "", expected);
  }
});

test("every such fault of a body is told", () => {
  assert.equal(refuse("<Foo/>\n\n{f()} and {g()}\n\n<Bar/>").length, 4);
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
