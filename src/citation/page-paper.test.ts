import assert from "node:assert/strict";
import { test } from "node:test";
import { toPaper } from "../paper/paper.ts";
import { paperSchema } from "../paper/schema.ts";
import type { Urls } from "../urls.ts";
import { WRITERS } from "./formats.ts";
import { highwireTags, scholarlyArticle } from "./metadata.ts";
import { PAGE_WRITERS } from "./page-paper.ts";

const urls = {
  paper: (key: string) => `/papers/${key}/`,
  absolute: (path: string) => `https://carrel.example${path}`,
} as Urls;

const papers = [
  {
    authors: ["Ada Lovelace", "Beethoven, Ludwig van", "Kimi Team", "Plato"],
    date: "2024-05-06",
    arxiv: "2405.00001",
    code: "https://github.com/x/y",
    tags: ["scaling-laws", "merging"],
  },
  {
    date: "2024-10",
    venue: "ICLR 2025",
    url: "https://openreview.net/x",
    pdf: "https://a.org/b.pdf",
  },
  {
    date: "2023-01-02",
    venue: "Neural Networks 2023",
    doi: "10.1000/j.x",
    project: "https://p.org/",
  },
  {},
].map((data, at) => {
  const abstract = { html: "", text: "We cost $5 at 10%.", sentences: [] };
  const made = { title: "On \\ & $-signs", titleHtml: "", abstract };
  return toPaper(
    `p${String(at)}`,
    paperSchema.parse({ title: "On \\\\ & \\$-signs", ...data }),
    made,
  );
});

for (const format of ["ris", "json"] as const)
  test(`a page gives the same ${format} as the file of its paper`, () => {
    for (const paper of papers) {
      const { sameAs = [] } = scholarlyArticle(paper, urls) as { sameAs?: string[] };
      const written = PAGE_WRITERS[format]({
        key: paper.key,
        metas: highwireTags(paper, urls),
        sameAs,
        code: paper.code,
        project: paper.project,
      });
      // The day of first publication is not cited where a later venue's year is.
      const cited =
        paper.venue?.year === 2025 ? { ...paper, date: { iso: "2025", year: 2025 } } : paper;
      assert.equal(written, WRITERS[format](cited, urls));
    }
  });
