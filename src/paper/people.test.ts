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
  for (const group of [
    "Kimi Team",
    "OpenAI",
    "DeepSeek-AI",
    "Google DeepMind",
    "Llama Team, AI @ Meta",
  ])
    assert.deepEqual(parts(group), ["", group, "collective"]);
});

test("slugs fold accents and keep scripts that have no Latin form", () => {
  assert.equal(parsePerson("Piotr Dollár").slug, "piotr-dollar");
  assert.equal(person("小明", "王").slug, "王小明");
});

test("in Chinese, Japanese and Korean the family name comes first", () => {
  assert.deepEqual(parts("王小明"), ["小明", "王"]);
  assert.deepEqual(parts("欧阳修文"), ["修文", "欧阳"]);
  assert.deepEqual(parts("김민수"), ["민수", "김"]);
  assert.deepEqual(parts("山田 太郎"), ["太郎", "山田"]);
  assert.equal(parsePerson("王, 小明").name, "王小明");
  assert.equal(parsePerson("王, 小明").slug, parsePerson("王小明").slug);
});
