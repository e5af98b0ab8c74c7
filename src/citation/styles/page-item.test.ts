import assert from "node:assert/strict";
import { test } from "node:test";
import { toCsl } from "../../formats/csl/write.ts";
import { toPaper } from "../../paper/paper.ts";
import { paperSchema } from "../../paper/schema.ts";
import type { Urls } from "../../urls.ts";
import { highwireTags, scholarlyArticle } from "../metadata.ts";
import type { CslItem } from "./item.ts";
import { STYLE_NAMES } from "./names.ts";
import type { StyleName } from "./names.ts";
import { readPageItem } from "./page-item.ts";
import { writeReferences } from "./write.ts";

const urls = {
  absolute: (path: string) => `https://carrel.example${path}`,
  paper: (key: string) => `/papers/${key}/`,
} as Urls;
const made = { title: "On Things", titleHtml: "On Things" };
const abstract = { html: "", text: "", sentences: [] };

const papers = [
  { authors: ["Ada Lovelace", "Beethoven, Ludwig van"], date: "2024-05-06", arxiv: "2405.00001" },
  { authors: ["DeepSeek-AI"], date: "2024", venue: "ICLR 2025", url: "https://openreview.net/x" },
  {
    ...{ authors: ["A. B. Cee"], date: "2023", venue: "Neurocomputing", kind: "article" },
    ...{ volume: "12", issue: "3", pages: "45-67" },
  },
  { authors: ["A. B. Cee"], venue: "ICML 2018", date: "2018", pages: "45-67", publisher: "PMLR" },
  { authors: ["A. B. Cee"], date: "1999", kind: "thesis", publisher: "ETH Zürich" },
  { authors: ["A. B. Cee"], date: "1999", kind: "book", publisher: "MIT Press" },
  { authors: ["A. B. Cee"], date: "1999", kind: "report", publisher: "RAND", volume: "7" },
  { authors: ["A. B. Cee"], date: "1999", kind: "chapter", venue: "A Book", pages: "4" },
  { authors: ["A. B. Cee"], date: "2023-01", venue: "Journal of Things", doi: "10.1000/j.x" },
  {},
].map((data, at) =>
  toPaper(`p${String(at)}`, paperSchema.parse({ title: made.title, ...data }), {
    ...made,
    abstract,
  }),
);

test("a page's own head gives the same references as the paper's CSL-JSON", () => {
  for (const paper of papers) {
    const { sameAs = [] } = scholarlyArticle(paper, urls) as { sameAs?: string[] };
    const read = readPageItem({ metas: highwireTags(paper, urls), sameAs });
    for (const style of Object.keys(STYLE_NAMES) as StyleName[])
      assert.deepEqual(
        writeReferences([read], style),
        writeReferences([toCsl(paper) as CslItem], style),
      );
  }
});
