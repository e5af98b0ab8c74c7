import assert from "node:assert/strict";
import { test } from "node:test";
import type { Urls } from "../urls.ts";
import type { Paper } from "../paper/paper.ts";
import { signposts } from "./signposts.ts";

const urls = {
  paper: (key: string) => `/papers/${key}/`,
  papers: () => "/papers/",
  paperFile: (key: string, format: string) => `/papers/${key}.${format}`,
  absolute: (path: string) => `https://carrel.example${path}`,
} as unknown as Urls;
const paper = (facts: object): Paper =>
  ({ key: "a2025b", authors: [], tags: [], topics: [], ...facts }) as unknown as Paper;
const links = (facts: object, given: { files?: boolean; authors?: string[] } = {}) =>
  signposts(paper(facts), urls, { files: true, authors: [], ...given });
const to = (posts: ReturnType<typeof links>, rel: string) =>
  posts.filter((post) => post.rel === rel).map(({ href }) => href);

test("a paper is cited by its DOI, else by its arXiv address, else by its page", () => {
  const cite = (facts: object) => to(links(facts), "cite-as");
  assert.deepEqual(cite({ doi: "10.1/x", arxiv: "2501.00001" }), ["https://doi.org/10.1/x"]);
  assert.deepEqual(cite({ arxiv: "2501.00001" }), ["https://arxiv.org/abs/2501.00001"]);
  assert.deepEqual(cite({}), ["https://carrel.example/papers/a2025b/"]);
});

test("every author's page is linked, but not of a crowd", () => {
  const pages = Array.from({ length: 26 }, (_, at) => `/authors/${String(at)}/`);
  assert.deepEqual(to(links({}, { authors: pages.slice(1) }), "author"), pages.slice(1));
  assert.deepEqual(to(links({}, { authors: pages }), "author"), []);
});

test("citation files are named only where they are", () => {
  assert.equal(to(links({}), "describedby").length, 2);
  assert.deepEqual(to(links({}, { files: false }), "describedby"), []);
});
