import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePerson, person } from "./people.ts";

const parts = (text: string) => {
  const { given, family, suffix, collective } = parsePerson(text);
  return [given, family, ...(suffix ? [suffix] : []), ...(collective ? ["collective"] : [])];
};

test("a name is taken apart before its last word", () => {
  assert.deepEqual(parts("Quan Dao"), ["Quan", "Dao"]);
  assert.deepEqual(parts("Ian R. McKenzie"), ["Ian R.", "McKenzie"]);
  assert.deepEqual(parts("Plato"), ["", "Plato"]);
});

test("lower-case particles go with the family name", () => {
  assert.deepEqual(parts("Laurens van der Maaten"), ["Laurens", "van der Maaten"]);
  assert.deepEqual(parts("Ludwig van Beethoven"), ["Ludwig", "van Beethoven"]);
  assert.deepEqual(parts("Van Morrison"), ["Van", "Morrison"]);
});

test("a comma puts the family name first", () => {
  assert.deepEqual(parts("García Márquez, Gabriel"), ["Gabriel", "García Márquez"]);
  assert.deepEqual(parts("King, Jr., Martin Luther"), ["Martin Luther", "King", "Jr."]);
});

test("a suffix is no family name", () => {
  assert.deepEqual(parts("Sammy Davis Jr."), ["Sammy", "Davis", "Jr."]);
  assert.deepEqual(parts("Martin Luther King, Jr."), ["Martin Luther", "King", "Jr."]);
});

test("a group signs as one", () => {
  assert.deepEqual(parts("Kimi Team"), ["", "Kimi Team", "collective"]);
});

test("slugs fold accents and keep scripts that have no Latin form", () => {
  assert.equal(parsePerson("Piotr Dollár").slug, "piotr-dollar");
  assert.equal(person("小明", "王").slug, "小明-王");
});
