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
