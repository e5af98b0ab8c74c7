import assert from "node:assert/strict";
import { test } from "node:test";
import { readTags } from "./known.ts";
import { readYaml } from "./yaml.ts";

const BOMB = [
  "a: &a [x, x]",
  ..."bcdef".split("").map((name, i) => {
    const before = `*${"abcde"[i] ?? ""}, `;
    return `${name}: &${name} [${before.repeat(10)}x]`;
  }),
].join("\n");

test("what is wrong with YAML is a fault with line, without the parser's own place, and the hint that mends it", () => {
  const cases: [text: string, line: number, message: RegExp, hint: RegExp][] = [
    ["a: 1\nb: *nope\n", 2, /^\*nope stands for nothing/u, /quotes/u],
    ["b: *a\na: &a 1\n", 1, /^\*a stands for nothing/u, /quotes/u],
    [BOMB, 1, /aliases stand for too much/u, /write out/u],
    ["a:\n\t- x\n", 2, /^Tabs are not allowed as indentation$/u, /spaces/u],
    ["a: 1\na: 2\n", 2, /^Map keys must be unique$/u, /keep one/u],
    [`a: ${"[".repeat(5000)}`, 1, /^is nested too deeply$/u, /brackets/u],
  ];
  for (const [text, line, message, hint] of cases) {
    const { faults, value } = readYaml(text);
    assert.equal(faults.length, 1, text.slice(0, 40));
    assert.equal(value, undefined);
    assert.equal(faults[0]?.line, line);
    assert.match(faults[0].message, message);
    assert.match(faults[0].hint ?? "", hint);
  }
  assert.equal(readYaml("a: x: y").faults[0]?.hint, undefined);
  assert.deepEqual(readYaml("a: &x 1\nb: *x\n").value, { a: 1, b: 1 });
});

test("a vocabulary with an alias of nothing is told, not thrown", () => {
  const { problems, entries } = readTags("moe: *nope\n", "tags.yaml");
  assert.deepEqual(
    problems.map(({ code, line }) => [code, line]),
    [["bad-tags", 1]],
  );
  assert.deepEqual(entries, {});
});
