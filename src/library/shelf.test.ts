import assert from "node:assert/strict";
import { test } from "node:test";
import { entryName } from "./names.ts";
import { joinNotes, toSaved } from "./saved.ts";
import { NotKept, openShelf } from "./shelf.ts";

/** The browser's storage in small; `room` is the number of entries that it takes. */
function makeStorage(room = Infinity): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (at) => [...entries.keys()][at] ?? null,
    getItem: (name) => entries.get(name) ?? null,
    setItem(name, value) {
      if (!entries.has(name) && entries.size >= room)
        throw new DOMException("no room", "QuotaExceededError");
      entries.set(name, value);
    },
    removeItem: (name) => void entries.delete(name),
    clear: () => {
      entries.clear();
    },
  };
}

function fill(storage: Storage, ...keys: string[]) {
  const shelf = openShelf("/", () => storage);
  for (const [place, key] of keys.entries()) shelf.put(toSaved(key, { title: key, place }));
  return shelf;
}

const order = (shelf: ReturnType<typeof fill>) => shelf.list().papers.map(({ key }) => key);

test("a list keeps the order that it is given", () => {
  const shelf = fill(makeStorage(), "a", "b", "c");
  shelf.move("c", undefined, "a");
  assert.deepEqual(order(shelf), ["c", "a", "b"]);
  shelf.move("c", "a", "b");
  assert.deepEqual(order(shelf), ["a", "c", "b"]);
  shelf.move("a", "b", undefined);
  assert.deepEqual(order(shelf), ["c", "b", "a"]);
});

test("moving between two neighbours works for ever", () => {
  const shelf = fill(makeStorage(), "a", "b", "c", "d");
  for (let turn = 0; turn < 200; turn += 1) {
    const [first, second, third] = order(shelf);
    shelf.move(third ?? "", first, second);
    assert.deepEqual(order(shelf).slice(0, 3), [first, third, second]);
  }
});

test("two tabs that change two papers do not undo each other", () => {
  const storage = makeStorage();
  const [one, two] = [fill(storage, "a", "b"), openShelf("/", () => storage)];
  one.change("a", { note: "from one" });
  two.change("b", { progress: "read" });
  two.change("a", { progress: "reading" });
  assert.equal(one.get("a")?.note, "from one");
  assert.equal(one.get("a")?.progress, "reading");
  assert.equal(one.get("b")?.progress, "read");
});

test("a removed paper does not come back by a change that comes late", () => {
  const shelf = fill(makeStorage(), "a");
  shelf.remove("a");
  shelf.change("a", { note: "late" });
  assert.equal(shelf.has("a"), false);
});

test("a broken entry harms no other, and stays until somebody decides", () => {
  const storage = makeStorage();
  const shelf = fill(storage, "a");
  storage.setItem(entryName("/", "torn"), '{"title":"Half an ent');
  storage.setItem(entryName("/", "list"), "[]");
  assert.deepEqual(order(shelf), ["a"]);
  assert.deepEqual(shelf.list().broken, ["list", "torn"]);
  assert.equal(storage.getItem(entryName("/", "torn")), '{"title":"Half an ent');
});

test("fields that a later version of the site knows survive an older one", () => {
  const storage = makeStorage();
  const shelf = fill(storage, "a");
  storage.setItem(entryName("/", "a"), JSON.stringify({ version: 7, title: "A", stars: 5 }));
  shelf.change("a", { note: "x" });
  const entry = JSON.parse(storage.getItem(entryName("/", "a")) ?? "") as Record<string, unknown>;
  assert.equal(entry["stars"], 5);
  assert.equal(entry["version"], 7);
  assert.equal(entry["note"], "x");
});

test("a full disk and a browser that refuses are told apart, and nothing is lost", () => {
  const full = fill(makeStorage(1), "a");
  assert.throws(
    () => {
      full.put(toSaved("b", {}));
    },
    (error) => error instanceof NotKept && error.reason === "full",
  );
  assert.deepEqual(order(full), ["a"]);
  const refusing = openShelf("/", () => {
    throw new DOMException("denied", "SecurityError");
  });
  assert.throws(
    () => refusing.list(),
    (error) => error instanceof NotKept && error.reason === "refused",
  );
});

test("a renamed paper takes its note, place and progress along", () => {
  const shelf = fill(makeStorage(), "old", "other");
  shelf.change("old", { note: "mine", progress: "reading" });
  shelf.rename("old", "new");
  assert.deepEqual(order(shelf), ["new", "other"]);
  assert.equal(shelf.get("new")?.note, "mine");
  assert.equal(shelf.get("new")?.progress, "reading");
});

test("a paper saved under both its keys keeps both notes", () => {
  const shelf = fill(makeStorage(), "old", "new");
  shelf.change("old", { note: "before" });
  shelf.change("new", { note: "after" });
  shelf.rename("old", "new");
  assert.equal(shelf.get("new")?.note, "after\n\nbefore");
  assert.deepEqual(order(shelf), ["new"]);
});

test("sites at other base paths have lists of their own", () => {
  const storage = makeStorage();
  fill(storage, "a");
  assert.deepEqual(openShelf("/carrel/", () => storage).list().papers, []);
});

test("two notes are one in which both are found, each once", () => {
  assert.equal(joinNotes("ours", "theirs"), "ours\n\ntheirs");
  assert.equal(joinNotes("", "theirs"), "theirs");
  assert.equal(joinNotes("ours and theirs", "theirs"), "ours and theirs");
  assert.equal(joinNotes("theirs", "ours and theirs"), "ours and theirs");
});
