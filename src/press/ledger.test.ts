import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { serialize } from "node:v8";
import { buildCatalog } from "../catalog/build.ts";
import { toPaper } from "../paper/paper.ts";
import { paperSchema } from "../paper/schema.ts";
import { digestMakers, digestRest, openLedger } from "./ledger.ts";
import { shelve } from "../catalog/shelf.ts";

const dir = mkdtempSync(join(tmpdir(), "carrel-ledger-"));
after(() => {
  rmSync(dir, { recursive: true });
});

/** A catalog on the shelf, newest first: of three papers, whose words are given. */
function makeShelf(...texts: string[]) {
  const papers = texts.map((text, i) => ({
    ...toPaper(
      `p${String(i)}`,
      paperSchema.parse({ title: `Paper ${String(i)}`, authors: ["Ann Author"] }),
      {
        title: `Paper ${String(i)}`,
        titleHtml: `Paper ${String(i)}`,
        abstract: { html: text, text, sentences: [] },
      },
    ),
    components: "none" as const,
  }));
  return shelve(buildCatalog({ papers, topics: [], tags: [] }));
}

function makeLedger(name: string) {
  const file = join(dir, name);
  const ledger = openLedger(file, "code", makeShelf("one", "two", "three"));
  ledger.note("papers/p0", { reads: [0, 2], html: "first" });
  ledger.note("papers/p1", { reads: [1], html: "second" });
  ledger.save();
  return file;
}

test("a page is as it was while all that was read for it is", () => {
  const file = makeLedger("same");
  const same = openLedger(file, "code", makeShelf("one", "two", "three"));
  assert.equal(same.find("papers/p0"), "first");
  assert.equal(same.find("papers/p1"), "second");
  assert.equal(same.find("papers/p2"), undefined);
});

test("a changed abstract takes with it the pages that read it, and no others", () => {
  const changed = openLedger(makeLedger("changed"), "code", makeShelf("one", "two", "third"));
  assert.equal(changed.find("papers/p0"), undefined);
  assert.equal(changed.find("papers/p1"), "second");
});

test("the same catalog has the same digest however it lies in memory, another one has another", () => {
  const catalogOf = (...titles: string[]) =>
    buildCatalog({
      papers: [],
      topics: titles.map((title, i) => ({
        slug: `t${String(i)}`,
        data: { title, summary: "", hue: 1, order: 100, match: [] },
        introHtml: "",
      })),
      tags: [],
    });
  const [catalog, other] = [catalogOf("One", "Two"), catalogOf("One", "Three")];
  const filled = new Array<(typeof catalog.topics)[number]>(catalog.topics.length);
  for (const [i, topic] of catalog.topics.entries()) filled[i] = topic;
  const same = { ...catalog, topics: filled };
  assert.notDeepEqual(serialize(filled), serialize(catalog.topics));
  assert.equal(digestRest(same), digestRest(catalog));
  assert.notEqual(digestRest(other), digestRest(catalog));
});

test("another paper, other code or a torn ledger take all", () => {
  const file = makeLedger("all");
  const more = openLedger(file, "code", makeShelf("one", "two", "three", "four"));
  assert.equal(more.find("papers/p1"), undefined);
  const other = openLedger(file, "other code", makeShelf("one", "two", "three"));
  assert.equal(other.find("papers/p1"), undefined);
  truncateSync(file, 30);
  const torn = openLedger(file, "code", makeShelf("one", "two", "three"));
  assert.equal(torn.find("papers/p1"), undefined);
});

test("what is kept is noted for the next build too, what is not asked for is forgotten", () => {
  const file = makeLedger("next");
  const next = openLedger(file, "code", makeShelf("one", "two", "three"));
  next.find("papers/p1");
  next.save();
  const later = openLedger(file, "code", makeShelf("one", "two", "three"));
  assert.equal(later.find("papers/p1"), "second");
  assert.equal(later.find("papers/p0"), undefined);
});

test("makers are told apart by what their files say, but for the key that every build makes up", () => {
  const folder = join(dir, "makers");
  mkdirSync(folder);
  const write = (text: string) => {
    writeFileSync(join(folder, "entry.mjs"), text);
    return digestMakers([folder], ["settings"]);
  };
  const first = write(`{"key":"${"A".repeat(43)}=","page":1}`);
  assert.equal(write(`{"key":"${"B".repeat(43)}=","page":1}`), first);
  assert.notEqual(write(`{"key":"${"A".repeat(43)}=","page":2}`), first);
});
