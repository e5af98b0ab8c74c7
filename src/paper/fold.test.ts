import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, foldTitle, slugify } from "./fold.ts";

test("folding takes case, accents and ligatures away", () => {
  assert.equal(fold("Dollár Ångström Straße Łódź ﬁne"), "dollar angstrom strasse lodz fine");
});

test("slugs are path segments", () => {
  assert.equal(slugify("  Mixture-of-Experts & O'Brien’s "), "mixture-of-experts-obriens");
  assert.equal(slugify("../../etc/passwd"), "etc-passwd");
});

test("titles that differ in spacing, case or punctuation fold to the same", () => {
  assert.equal(foldTitle("Part I -- Optimal  Scaling!"), foldTitle("part i – optimal scaling"));
});

test("marks that are half of a letter stay: other words, and other people", () => {
  assert.notEqual(slugify("अनिल पाटिल"), slugify("अनिल पटेल"));
  assert.notEqual(slugify("かとう"), slugify("がとう"));
  assert.equal(slugify("अनिल पाटिल"), "अनिल-पाटिल");
  assert.equal(slugify("김민준"), "김민준".normalize("NFC"));
  assert.equal(slugify("ガトウ".normalize("NFD")), slugify("ガトウ"));
  assert.equal(slugify("Nguyễn Йовков שָׁלוֹם"), "nguyen-иовков-שלום");
});

test("a name that is too long for a file ends in a digest: another long name has another", () => {
  const one = slugify(`${"consortium ".repeat(40)}one`);
  const two = slugify(`${"consortium ".repeat(40)}two`);
  assert.notEqual(one, two);
  for (const slug of [one, two, slugify("作者".repeat(200))]) {
    assert.ok(Buffer.byteLength(slug) <= 180);
    assert.match(slug, /^[\p{L}-]+-[0-9a-f]{8}$/u);
    assert.ok(slug.isWellFormed());
  }
});

test("a name that no file may have on Windows ends in a digest", () => {
  assert.match(slugify("CON"), /^con-[0-9a-f]{8}$/u);
  assert.equal(slugify("CONLL"), "conll");
});
