import assert from "node:assert/strict";
import { test } from "node:test";
import { bareRecord } from "../formats/record.ts";
import { RecordList } from "./record-list.ts";
import { Shelf, shelvedTexts } from "./shelf.ts";

const long = (name: string) => `${name} ü 漢 👩‍👩‍👧 ${"x".repeat(5000)}`;

test("what lies on a shelf is the same whether it fits in memory or not", () => {
  const values = Array.from({ length: 500 }, (_, at) => ({ at, text: long(String(at)) }));
  for (const most of [Infinity, 100_000, 0]) {
    const shelf = new Shelf<(typeof values)[number]>(({ text }) => text.length, most);
    const places = values.map((value) => shelf.add(value));
    assert.equal(shelf.size, 500);
    // In any order, and while more comes.
    for (const at of [499, 0, 250, 250, 1, 499]) {
      assert.deepEqual(shelf.take(places[at] ?? -1), values[at]);
      shelf.add({ at: 0, text: long("more") });
    }
    shelf.replace(places[250] ?? -1, { at: -1, text: "another" });
    assert.deepEqual(shelf.take(places[250] ?? -1), { at: -1, text: "another" });
    assert.deepEqual(shelf.take(places[251] ?? -1), values[251]);
  }
  assert.throws(() => new Shelf(() => 1).take(0), RangeError);
});

test("texts by name are found, replaced and gone through in their order", () => {
  for (const most of [Infinity, 0]) {
    const texts = shelvedTexts(most);
    texts.set("b", long("first")).set("a", "second").set("b", "third");
    assert.deepEqual([...texts], Object.entries({ b: "third", a: "second" }));
    assert.deepEqual([texts.get("a"), texts.get("c"), texts.has("b")], ["second", undefined, true]);
    assert.deepEqual([[...texts.keys()], texts.size], [["b", "a"], 2]);
  }
});

test("records stand in the order of their inputs and lines, also those that were told late", () => {
  const list = new RecordList();
  for (const [source, lines] of Object.entries({ x: [1, 9, 5], y: [3, 2] })) {
    for (const line of lines) list.add(bareRecord(source, line, "A Title"));
    list.endInput();
  }
  const places = (records: RecordList) => [...records].map(({ source, line }) => [source, line]);
  const expected = [
    ["x", 1],
    ["x", 5],
    ["x", 9],
    ["y", 2],
    ["y", 3],
  ];
  assert.deepEqual(places(list), expected);
  assert.deepEqual(places(RecordList.of([...list].reverse())), expected.toReversed());
});
