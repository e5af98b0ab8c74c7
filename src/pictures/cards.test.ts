import assert from "node:assert/strict";
import { test } from "node:test";
import type { CatalogPaper, Topic } from "../catalog/types.ts";
import { listCards, nameAuthors } from "./cards.ts";
import { paperPicture } from "./choose.ts";

const people = (...names: string[]) => names.map((name) => ({ name, given: "", family: name }));

const paper = (key: string, title: string, topics: string[] = []) =>
  ({ key, title, topics, authors: people("Ada Lovelace") }) as unknown as CatalogPaper;
const topic = (slug: string, name: string, papers: string[]) =>
  ({ slug, name, papers, summary: "What it is about.", hue: 4 }) as unknown as Topic;

const site = { title: "Carrel", tagline: "A desk.", pictures: 3 };
const filesOf = (papers: CatalogPaper[], topics: Topic[], settings = site) =>
  listCards({ papers, topics }, settings).map(({ file }) => file);

test("three authors are named, more are counted", () => {
  assert.equal(nameAuthors(people("A")), "A");
  assert.equal(nameAuthors(people("A", "B")), "A and B");
  assert.equal(nameAuthors(people("A", "B", "C")), "A, B and C");
  assert.equal(nameAuthors(people("A", "B", "C", "D")), "A, B, C and 1 other");
  assert.equal(nameAuthors(people("A", "B", "C", "D", "E")), "A, B, C and 2 others");
});

test("an author in letters that cannot be drawn is one of the others", () => {
  assert.equal(nameAuthors(people("A", "王伟", "B")), "A, B and 1 other");
  assert.equal(nameAuthors(people("王伟", "李娜")), "2 authors");
  assert.equal(nameAuthors(people("王伟")), "");
});

test("the site, each topic and each paper have a picture", () => {
  assert.deepEqual(filesOf([paper("a1", "One", ["t"])], [topic("t", "Things", ["a1"])]), [
    "og/site.png",
    "og/topics/t.png",
    "og/papers/a1.png",
  ]);
});

test("above the limit, topics stand for papers", () => {
  const papers = ["a", "b", "c", "d"].map((key) => paper(key, key, ["t"]));
  const topics = [topic("t", "Things", ["a"])];
  assert.deepEqual(filesOf(papers, topics), ["og/site.png", "og/topics/t.png"]);
  const [first] = papers;
  assert.ok(first);
  assert.equal(
    paperPicture(first, new Map([["t", topic("t", "Things", [])]]), {
      papers: papers.length,
      limit: site.pictures,
      siteTitle: site.title,
    }).file,
    "og/topics/t.png",
  );
});

test("whatever picture a page names is one that is drawn, in any script", () => {
  const papers = [
    paper("a", "深層学習", ["t"]),
    paper("b", "深層学習", ["u"]),
    paper("c", "Plain", ["gone"]),
  ];
  const topics = [topic("t", "Things", ["a"]), topic("u", "主題", ["b"])];
  const bySlug = new Map(topics.map((each) => [each.slug, each]));
  const drawn = filesOf(papers, topics);
  const choice = { papers: papers.length, limit: site.pictures, siteTitle: site.title };
  const named = papers.map((each) => paperPicture(each, bySlug, choice).file);
  assert.deepEqual(named, ["og/topics/t.png", "og/site.png", "og/papers/c.png"]);
  assert.deepEqual(
    named.filter((file) => !drawn.includes(file)),
    [],
  );
});

test("hyphens that do not break, and accents beside their letters, are drawn as usual ones", () => {
  const [, card] = listCards(
    { papers: [paper("a", "Low\u2011rank Poincare\u0301 maps")], topics: [] },
    site,
  );
  assert.equal(card?.card.title, "Low-rank Poincaré maps");
});
