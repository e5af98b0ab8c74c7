import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFrontmatter, splitFrontmatter } from "./frontmatter.ts";

test("an entry is its fields and its body, and knows where the body starts", () => {
  assert.deepEqual(splitFrontmatter("---\ntitle: x\n---\n\nbody\n"), {
    data: "title: x",
    body: "\nbody\n",
    bodyLine: 4,
  });
  assert.equal(splitFrontmatter("---\r\ntitle: x\r\n---\r\nbody")?.body, "body");
  assert.equal(splitFrontmatter("\uFEFF---\n---\nbody")?.body, "body");
  assert.equal(splitFrontmatter("---\na: |\n  --- no fence\n---\nbody")?.body, "body");
});

test("what has no fences, or never closes them, is no entry", () => {
  for (const source of ["", "body", "---\ntitle: x\n", "\n---\ntitle: x\n---\n"])
    assert.equal(splitFrontmatter(source), undefined, JSON.stringify(source));
});

test("a YAML fault is a problem on its line of the file, and dates stay text", () => {
  const read = (source: string) => {
    const parts = splitFrontmatter(source);
    assert.ok(parts);
    return parseFrontmatter(parts, "x.mdx");
  };
  const [problem] = read('---\na: 1\nb: "x\n---\n').problems;
  assert.equal(problem?.code, "bad-yaml");
  assert.equal(problem.line, 3);
  const good = read("---\na: 1\ndate: 2024-01-02\n---\n");
  assert.equal(good.data["date"], "2024-01-02");
  assert.equal(good.lineOf("date"), 3);
});
