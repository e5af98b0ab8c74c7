import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";
import { isBuilt } from "./lib/builds.ts";
import { AGAIN, SMALL } from "./lib/content.ts";
import { expectNone } from "./lib/expect-none.ts";
import { hasClass, tagsOf, tokens, visibleText, within } from "./lib/html.ts";
import { findDeadLinks } from "./lib/links.ts";
import type { BuiltSite, Page } from "./lib/site.ts";
import { readSite } from "./lib/site.ts";

test.skip(
  !isBuilt(SMALL.name) || !isBuilt(AGAIN.name),
  "only `npm test` and `node e2e/lib/prepare.ts` build these",
);

const small = () => readSite(SMALL.name);
const paper = (key: string): Page => {
  const page = small().pages.find(({ path }) => path === `papers/${key}/`);
  if (!page) throw new Error(`${key} has no page`);
  return page;
};
const abstract = (key: string) => within(paper(key).tokens, (tag) => hasClass(tag, "abstract"));
const heading = (key: string) => visibleText(within(paper(key).tokens, (tag) => tag.name === "h1"));

const digests = (site: BuiltSite) =>
  Object.fromEntries(
    site.files.map((file) => [file, createHash("sha256").update(site.read(file)).digest("hex")]),
  );

test("the same content gives the same bytes, wherever it stands and in whatever order it came", () => {
  expect(digests(readSite(AGAIN.name))).toEqual(digests(small()));
});

test("an entry with a component and an expression is drawn with both", () => {
  const main = within(paper("component2024paper").tokens, (tag) => tag.name === "main");
  expect(visibleText(main)).toContain("This abstract counts to 42.");
  const note = within(main, (tag) => tag.name === "aside" && hasClass(tag, "note"));
  expect(visibleText(note)).toContain("The editor says so in a note.");
  expect(tagsOf(note).map(({ name }) => name)).toContain("strong");
  expect(tagsOf(main).map(({ name }) => name)).toContain("math");
});

test("a paper without author, date, tag or abstract has its page", () => {
  expect(heading("undated-paper-nobody-dated")).toBe(
    "An Undated Paper That Nobody Dated, Nobody Signed & Nobody <b>Bolded</b>",
  );
  expect(heading("none2021paper")).toBe("A Paper without an Abstract");
});

test("other scripts stay what they are", () => {
  expect(heading("li2023")).toBe("深度学习的一个简短说明");
  expect(visibleText(abstract("li2023"))).toBe(
    "非拉丁文字的摘要。It has two scripts, مرحبا among them.",
  );
});

test("lists, code, math and addresses are drawn as such", () => {
  const names = tagsOf(abstract("math2022rank")).map(({ name }) => name);
  expect(names.filter((name) => name === "li").length).toBe(2);
  expect(names).toEqual(expect.arrayContaining(["code", "math"]));
  const link = tagsOf(abstract("math2022rank")).find(({ name }) => name === "a");
  expect(link?.attributes.get("href")).toBe("https://example.org/a_b(c)");
});

test("a paper whose key has dots has its page and its citation files", () => {
  const key = "10.1145-3292500.3330701";
  expect(heading(key)).toBe("A Paper Whose Key Has Dots");
  expect(small().read(`papers/${key}.bib`).toString("utf8")).toContain(`{${key},`);
  for (const format of ["ris", "json", "md"])
    expect(small().read(`papers/${key}.${format}`).toString("utf8")).toContain(
      "Whose Key Has Dots",
    );
});

test("an alias leads to its paper", () => {
  const alias = small().pages.find(({ path }) => path === "papers/component2023draft/");
  expect(alias?.html).toContain("/papers/component2024paper/");
});

test("every internal link resolves, feeds name their papers", () => {
  expectNone(findDeadLinks(small()));
  const feed = visibleText(tokens(small().read("feed.xml").toString("utf8")));
  expect(feed).toContain("/papers/component2024paper/");
});
