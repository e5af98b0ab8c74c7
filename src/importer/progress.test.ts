import assert from "node:assert/strict";
import { test } from "node:test";
import { watchOn } from "./progress.ts";

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 80, written, write: (text: string) => written.push(text) };
}

test("on a terminal a bar says how far, how fast and how long, and leaves nothing behind", () => {
  let now = 0;
  const out = screen(true);
  const watch = watchOn(out, () => now);
  watch.begin("writing", 1000);
  now = 2000;
  watch.advance(250);
  assert.match(out.written.at(-1) ?? "", /writing \[█{6}·{18}\] 250 of 1,000, 125\/s, 6 s left$/u);
  watch.end();
  assert.equal(out.written.at(-1), "\r\u001B[2K");
});

test("elsewhere a line every few seconds says the same, and a short step says nothing", () => {
  let now = 0;
  const out = screen(false);
  const watch = watchOn(out, () => now);
  watch.begin("reading", 40_000_000, "bytes");
  for (; now < 4000; now += 100) watch.advance(100_000);
  watch.end();
  assert.deepEqual(out.written, []);
  for (; now < 12_000; now += 100) watch.advance(100_000);
  assert.equal(out.written.length, 2);
  assert.equal(out.written[0], "reading: 5.1 MB of 40 MB, 1 MB/s, 34 s left\n");
});

test("where nobody knows how much there is, no time left is made up", () => {
  let now = 0;
  const out = screen(false);
  const watch = watchOn(out, () => now);
  watch.begin("reading");
  now = 6000;
  watch.advance(3);
  assert.equal(out.written[0], "reading: 3, 1/s\n");
});
