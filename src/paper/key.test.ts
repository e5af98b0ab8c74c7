import assert from "node:assert/strict";
import { test } from "node:test";
import { baseKey, freeKey, KEY_PATTERN, significantWords, keyFault } from "./key.ts";
import { parsePerson } from "./people.ts";

const key = (title: string, author?: string, year?: number) =>
  baseKey({ title, authors: author ? [parsePerson(author)] : [], year });

test("a key is family name, year, first significant word", () => {
  assert.equal(
    key("Improved Training Technique for Latent Consistency Models", "Quan Dao", 2025),
    "dao2025improved",
  );
  assert.equal(key("On the Scalability of Diffusion", "Hao Li", 2024), "li2024scalability");
  assert.equal(key("Toward Understanding Why Adam", "Yan Pan", 2023), "pan2023understanding");
});

test("accents, particles and hyphens leave plain ASCII", () => {
  assert.equal(key("Fast and Accurate Model Scaling", "Piotr Dollár", 2021), "dollar2021fast");
  assert.equal(
    key("Visualizing Data", "Laurens van der Maaten", 2008),
    "vandermaaten2008visualizing",
  );
  assert.equal(key("M-VAR: Decoupled Modeling", "Sucheng Ren", 2024), "ren2024mvar");
  assert.equal(key("Low-Rank Adaptation", "Jun-Yeong O'Brien", 2024), "obrien2024low");
});

test("without an author the title's first four significant words make the key", () => {
  assert.equal(key("The Case for a Theory of Deep Learning Scaling"), "case-theory-deep-learning");
});

test("a title of nothing but function words keeps them", () => {
  assert.deepEqual(significantWords("To Be or Not to Be"), ["to", "be", "or", "not", "to", "be"]);
});

test("a clash adds a letter", () => {
  const taken = new Set(["a", "ab", "ac"]);
  assert.equal(
    freeKey("a", (k) => taken.has(k)),
    "ad",
  );
  assert.equal(
    freeKey("z", (k) => taken.has(k)),
    "z",
  );
  const many = new Set(["x"]);
  for (let i = 0; i < 30; i += 1) many.add(freeKey("x", (k) => many.has(k)));
  assert.equal(many.size, 31);
  assert.ok([...many].every((k) => KEY_PATTERN.test(k)));
});

test("what has no ASCII letter still gets a key", () => {
  assert.equal(
    freeKey(key("深度学习", "王小明"), () => false),
    "paper",
  );
});

test("what no file can be named by everywhere, or is another file's address, is no key", () => {
  for (const name of [
    "con",
    "NUL",
    "aux.x",
    "com1",
    "key.",
    "x.bib",
    "x.ris",
    "x.json",
    "x.md",
    "ä",
  ])
    assert.notEqual(keyFault(name), undefined, name);
  for (const name of ["dao2025improved", "page.x", "console", "x.b", "a.b+c_d-e"])
    assert.equal(keyFault(name), undefined, name);
});
