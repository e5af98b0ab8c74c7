import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { diffLines } from "./line-diff.ts";

const show = (before: string, after: string) =>
  diffLines(before.split(""), after.split("")).map(({ kind, text, count }) =>
    kind === "skipped" ? `…${String(count)}` : `${{ same: " ", out: "-", in: "+" }[kind]}${text}`,
  );

test("what stays beside a change is shown, the rest counted", () => {
  assert.deepEqual(show("abcdefg", "abcxefg"), ["…2", " c", "-d", "+x", " e", "…2"]);
  assert.deepEqual(show("", "a"), ["+a"]);
  assert.deepEqual(show("ab", "b"), ["-a", " b"]);
});

test("without its incoming lines a diff gives what was, without its outgoing ones what will be", () => {
  const lines = fc.array(fc.constantFrom<string>("a", "b", "c", "d"), { maxLength: 20 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const diff = diffLines(before, after);
      const left = (kind: string) =>
        diff.reduce(
          (n, line) =>
            n + (line.kind === "skipped" ? (line.count ?? 0) : line.kind === kind ? 0 : 1),
          0,
        );
      assert.equal(left("in"), before.length);
      assert.equal(left("out"), after.length);
      const shown = (kind: string) =>
        diff.filter((line) => line.kind === kind).map(({ text }) => text);
      // Lines that stay are in both, in this order.
      for (const text of shown("same")) assert.ok(before.includes(text) && after.includes(text));
      if (before.join() === after.join()) assert.deepEqual([...shown("in"), ...shown("out")], []);
    }),
  );
});

test("two long texts without a common line end at once", () => {
  const lines = (from: number) => Array.from({ length: 5000 }, (_, n) => String(n + from));
  assert.equal(diffLines(lines(0), lines(9000)).length, 10_000);
});
