import assert from "node:assert/strict";
import { test } from "node:test";
import { toPaper } from "../paper/paper.ts";
import { paperSchema } from "../paper/schema.ts";
import { contextObject } from "./coins.ts";

const urls = {
  paper: (key: string) => `/papers/${key}/`,
  absolute: (path: string) => `https://carrel.example${path}`,
};

function read(fields: Record<string, unknown>) {
  const data = paperSchema.parse({ title: "Split & Merge = 100%", ...fields });
  const abstract = { html: "", text: "", sentences: [] };
  const paper = toPaper("split2025", data, { title: data.title, titleHtml: "", abstract });
  return new URLSearchParams(contextObject(paper, urls));
}

test("a conference paper is a proceeding, its authors in order, its year the venue's", () => {
  const object = read({
    authors: ["Piotr Dollár", "Kimi Team"],
    venue: "ICLR 2025",
    date: "2024-10-24",
    doi: "10.1000/x",
  });
  assert.equal(object.get("rft_val_fmt"), "info:ofi/fmt:kev:mtx:book");
  assert.equal(object.get("rft.genre"), "proceeding");
  assert.equal(object.get("rft.atitle"), "Split & Merge = 100%");
  assert.equal(object.get("rft.btitle"), "International Conference on Learning Representations");
  assert.equal(object.get("rft.au"), "Dollár, Piotr");
  assert.equal(object.get("rft.aucorp"), "Kimi Team");
  assert.equal(object.get("rft.date"), "2025");
  assert.equal(object.get("rft_id"), "info:doi/10.1000/x");
});

test("a paper without a venue is a preprint with the address of its page", () => {
  const object = read({ arxiv: "2502.01441", date: "2025-02-03" });
  assert.equal(object.get("rft.type"), "preprint");
  assert.equal(object.get("rft.title"), "Split & Merge = 100%");
  assert.equal(object.get("rft.date"), "2025-02-03");
  assert.equal(object.get("rft.identifier"), "https://carrel.example/papers/split2025/");
});

test("of thousands of authors a row names the first", () => {
  const authors = Array.from({ length: 3_000 }, (_, at) => `Ann Number${String(at)}`);
  const named = read({ authors }).getAll("rft.au");
  assert.equal(named[0], "Number0, Ann");
  assert.ok(named.length < 200);
});
