import assert from "node:assert/strict";
import { test } from "node:test";
import { toPaper } from "../paper/paper.ts";
import { paperSchema } from "../paper/schema.ts";
import { feedId, jsonFeed, rssFeed } from "./feed.ts";

const urls = {
  paper: (key: string) => `/papers/${key}/`,
  absolute: (path: string) => `https://carrel.example${path}`,
};

function paperOf(key: string, fields: Record<string, unknown>) {
  const data = paperSchema.parse({ title: "Split & <Merge>", ...fields });
  const abstract = { html: "", text: "One  line.\n\nAnother & more.", sentences: [] };
  return toPaper(key, data, { title: data.title, titleHtml: "", abstract });
}

const about = {
  title: "Papers",
  description: "All of them",
  page: "/",
  feed: "/feed.json",
  language: "en",
};

test("a renamed key leaves a paper's name in feeds as it was", () => {
  const papers = [{ arxiv: "2405.00001", doi: "10.1000/x" }, { doi: "10.1000/x" }, {}];
  for (const fields of papers) {
    const before = feedId(paperOf("old2024", fields), urls);
    const after = feedId(paperOf("new2024", { ...fields, aliases: ["old2024"] }), urls);
    assert.equal(after, before);
  }
  assert.equal(
    feedId(paperOf("a", { arxiv: "2405.00001" }), urls),
    "https://arxiv.org/abs/2405.00001",
  );
  assert.equal(feedId(paperOf("a", {}), urls), "https://carrel.example/papers/a/");
});

test("JSON Feed 1.1: what it requires, and what a paper has", () => {
  const paper = paperOf("split2024", {
    authors: ["Ada Lovelace", "Kimi Team"],
    date: "2024-05-06",
    doi: "10.1000/x",
    tags: ["merging"],
  });
  const feed = JSON.parse(jsonFeed([paper, paperOf("bare", {})], about, urls)) as {
    version: string;
    items: Record<string, unknown>[];
  };
  assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
  assert.deepEqual(feed.items[0], {
    id: "https://doi.org/10.1000/x",
    url: "https://carrel.example/papers/split2024/",
    external_url: "https://doi.org/10.1000/x",
    title: "Split & <Merge>",
    content_text: "One line. Another & more.",
    date_published: "2024-05-06T00:00:00.000Z",
    authors: [{ name: "Ada Lovelace" }, { name: "Kimi Team" }],
    tags: ["merging"],
  });
  assert.deepEqual(Object.keys(feed.items[1] ?? {}), ["id", "url", "title", "content_text"]);
});

test("RSS names each item by its lasting name, and links to its page", async () => {
  const papers = [paperOf("a1", { arxiv: "2405.00001" }), paperOf("b+2", {})];
  const xml = await rssFeed(papers, about, urls);
  assert.deepEqual(
    [...xml.matchAll(/<guid isPermaLink="false">(.*?)<\/guid>/gu)].map(([, id]) => id),
    papers.map((paper) => feedId(paper, urls)),
  );
  assert.doesNotMatch(xml, /isPermaLink="true"/u);
  assert.match(xml, /<link>https:\/\/carrel\.example\/papers\/a1\/<\/link>/u);
  assert.match(xml, /<title>Split &amp; &lt;Merge&gt;<\/title>/u);
});

test("a feed has the fifty newest", async () => {
  const papers = Array.from({ length: 60 }, (_, at) => paperOf(`p${String(at)}`, {}));
  const { items } = JSON.parse(jsonFeed(papers, about, urls)) as { items: unknown[] };
  assert.equal(items.length, 50);
  assert.equal([...(await rssFeed(papers, about, urls)).matchAll(/<item>/gu)].length, 50);
});
