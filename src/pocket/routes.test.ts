import assert from "node:assert/strict";
import { test } from "node:test";
import { createUrls } from "../urls.ts";
import { readRoute } from "./routes.ts";

const urls = createUrls("#/");

test("the site's own paths lead to the same things behind a hash", () => {
  assert.deepEqual(readRoute(urls.home()), { at: "home" });
  assert.deepEqual(readRoute(urls.paper("dao2025improved")), {
    at: "paper",
    key: "dao2025improved",
  });
  assert.deepEqual(readRoute(urls.papers()), { at: "papers", page: 1 });
  assert.deepEqual(readRoute(urls.papers(3)), { at: "papers", page: 3 });
  assert.deepEqual(readRoute(urls.topics()), { at: "shelf", shelf: "topics" });
  assert.deepEqual(readRoute(urls.tag("low-rank", 2)), {
    at: "group",
    shelf: "tags",
    slug: "low-rank",
    page: 2,
  });
  assert.deepEqual(readRoute(urls.year(2024)), {
    at: "group",
    shelf: "years",
    slug: "2024",
    page: 1,
  });
  assert.deepEqual(readRoute(urls.authorLetter("#")), { at: "letter", letter: "#" });
  assert.deepEqual(readRoute(urls.search("q=what%3F&topic=a")), {
    at: "search",
    query: "q=what%3F&topic=a",
  });
  assert.deepEqual(readRoute(urls.about()), { at: "about" });
});

test("a key may hold any letter that an address can", () => {
  for (const key of ["müller2021über", "a+b.c", "100%"])
    assert.deepEqual(readRoute(urls.paper(key)), { at: "paper", key });
});

test("an address typed by hand needs no final slash", () => {
  assert.deepEqual(readRoute("#/papers/li2023"), { at: "paper", key: "li2023" });
  assert.deepEqual(readRoute("#/search?q=lora"), { at: "search", query: "q=lora" });
  assert.deepEqual(readRoute(""), { at: "home" });
});

test("a sentence of an abstract has an address", () => {
  assert.deepEqual(readRoute("#/papers/li2023/s3"), { at: "paper", key: "li2023", sentence: "s3" });
});

test("what is no address of the site is looked up as one that a paper had before", () => {
  assert.deepEqual(readRoute("#/abs/2502.01441/"), { at: "other", path: "abs/2502.01441" });
  assert.deepEqual(readRoute("#/papers/page/x/"), { at: "other", path: "papers/page/x" });
  assert.deepEqual(readRoute("#/tags/a/page/0/"), { at: "other", path: "tags/a/page/0" });
  assert.deepEqual(readRoute("#/papers/a/b/"), { at: "other", path: "papers/a/b" });
});
