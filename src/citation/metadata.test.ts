import assert from "node:assert/strict";
import { test } from "node:test";
import { toPaper } from "../paper/paper.ts";
import { paperSchema } from "../paper/schema.ts";
import type { Urls } from "../urls.ts";
import { WRITERS } from "./formats.ts";
import { highwireTags, jsonForScript, scholarlyArticle, webSite } from "./metadata.ts";

const urls = {
  home: () => "/base/",
  search: () => "/base/search/",
  paper: (key: string) => `/base/papers/${key}/`,
  absolute: (path: string) => `https://carrel.example${path}`,
} as Urls;

function paperOf(fields: Record<string, unknown>) {
  const data = paperSchema.parse({ title: "Split & <Merge>", ...fields });
  const abstract = { html: "", text: "One  line.\n\nAnother.", sentences: [] };
  return toPaper("split2024", data, { title: data.title, titleHtml: "", abstract });
}

const all = (fields: Record<string, unknown>, name: string) =>
  highwireTags(paperOf(fields), urls).flatMap(([of, content]) => (of === name ? [content] : []));

test("Highwire: authors in order, each under the family's name; a group ends in a comma, so that it stays whole", () => {
  assert.deepEqual(
    all({ authors: ["Kimi Team", "Ludwig van Beethoven", "Plato"] }, "citation_author"),
    ["Kimi Team,", "van Beethoven, Ludwig", "Plato"],
  );
});

test("Highwire: addresses of page and text, a journal with its date", () => {
  assert.deepEqual(all({ arxiv: "2405.00001" }, "citation_pdf_url"), [
    "https://arxiv.org/pdf/2405.00001",
  ]);
  const journal = { arxiv: "2405.00001", venue: "Neural Networks 2024", date: "2024-05-06" };
  assert.deepEqual(all(journal, "citation_journal_title"), ["Neural Networks"]);
  assert.deepEqual(all(journal, "citation_publication_date"), ["2024/05/06"]);
  assert.deepEqual(all(journal, "citation_abstract_html_url"), [
    "https://carrel.example/base/papers/split2024/",
  ]);
});

test("keywords are the names of tags, as the site spells them; without names, their slugs' words", () => {
  const tagged = paperOf({ tags: ["ml-systems", "low-rank-adaptation"] });
  const named = { ...tagged, keywords: ["machine-learning systems", "low-rank adaptation"] };
  const inHead = (paper: typeof tagged) =>
    highwireTags(paper, urls).flatMap(([of, text]) => (of === "citation_keywords" ? [text] : []));
  assert.deepEqual(inHead(named), named.keywords);
  assert.deepEqual(scholarlyArticle(named, urls)["keywords"], named.keywords);
  assert.match(
    WRITERS.bib(named, urls),
    /keywords = \{machine-learning systems, low-rank adaptation\}/u,
  );
  assert.match(
    WRITERS.ris(named, urls),
    /KW {2}- machine-learning systems\r?\nKW {2}- low-rank adaptation/u,
  );
  assert.match(
    WRITERS.json(named, urls),
    /"keyword": "machine-learning systems, low-rank adaptation"/u,
  );
  assert.deepEqual(inHead(tagged), ["ml systems", "low rank adaptation"]);
});

test("schema.org: an article with its DOI and where it appeared", () => {
  const paper = paperOf({
    authors: ["Ada Lovelace", "Kimi Team"],
    arxiv: "2405.00001",
    doi: "10.1000/x",
    venue: "Neural Networks 2024",
    date: "2024-05-06",
  });
  const article = scholarlyArticle(paper, urls);
  assert.deepEqual(article["author"], [
    { "@type": "Person", name: "Ada Lovelace" },
    { "@type": "Organization", name: "Kimi Team" },
  ]);
  assert.deepEqual(article["isPartOf"], { "@type": "Periodical", name: "Neural Networks" });
  assert.deepEqual(article["identifier"], {
    "@type": "PropertyValue",
    propertyID: "doi",
    value: "10.1000/x",
  });
  assert.deepEqual(article["sameAs"], [
    "https://arxiv.org/abs/2405.00001",
    "https://doi.org/10.1000/x",
  ]);
  const bare = scholarlyArticle(paperOf({}), urls);
  for (const name of ["identifier", "isPartOf", "datePublished", "sameAs"])
    assert.equal(name in bare, false, name);
});

test("schema.org: the site names its search", () => {
  const site = { title: "Carrel", description: "Papers", language: "en" };
  assert.deepEqual(webSite(site, urls)["potentialAction"], {
    "@type": "SearchAction",
    target: {
      "@type": "EntryPoint",
      urlTemplate: "https://carrel.example/base/search/?q={search_term_string}",
    },
    "query-input": "required name=search_term_string",
  });
});

test("no text of a paper can end the script element that it stands in", () => {
  const json = jsonForScript({ title: "</script><script>alert(1)</script>&\u2028" });
  assert.doesNotMatch(json, /[<>&\u2028]/u);
  assert.deepEqual(JSON.parse(json), { title: "</script><script>alert(1)</script>&\u2028" });
});
