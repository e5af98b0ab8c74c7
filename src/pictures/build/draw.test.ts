import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { Card } from "../cards.ts";
import { HEIGHT, WIDTH } from "../choose.ts";
import { isDrawable, LETTERS } from "../drawable.ts";
import { openStudio } from "./draw.ts";

const missing: string[] = [];
const draw = await openStudio((letters) => missing.push(letters));

const card: Card = { title: "Attention Is All You Need", site: "Carrel", hue: 3 };
const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

await test("a card becomes a PNG of the size that is promised, the same bytes each time", async () => {
  const png = Buffer.from(await draw(card));
  assert.equal(png.subarray(1, 4).toString("latin1"), "PNG");
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [WIDTH, HEIGHT]);
  assert.equal(digest(await draw(card)), digest(png));
});

await test("what it says and its hue are seen", async () => {
  const other = await draw({ ...card, title: "Attention Is Not All You Need" });
  const hue = await draw({ ...card, hue: 8 });
  assert.equal(new Set([await draw(card), other, hue].map(digest)).size, 3);
});

await test("the fonts have every letter that is held to be drawable, at both weights", async () => {
  missing.length = 0;
  const letters = [...LETTERS].filter((letter) => letter.trim() !== "");
  // A few at a time: what does not fit on a card is not asked for.
  for (let at = 0; at < letters.length; at += 40) {
    const text = letters.slice(at, at + 40).join(" ");
    await draw({ title: text, below: text, site: "Carrel" });
  }
  assert.deepEqual(missing, []);
});

await test("letters that they lack are told, and not held to be drawable", async () => {
  missing.length = 0;
  await draw({ ...card, title: "深層学習" });
  assert.ok(missing.length > 0);
  assert.equal(isDrawable("深層学習"), false);
  assert.equal(isDrawable("a → ∞"), true);
});
