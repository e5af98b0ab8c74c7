import { expect, test } from "@playwright/test";
import { isBuilt } from "./lib/builds.ts";
import { SMALL } from "./lib/content.ts";
import { tagsOf, attribute, visibleText, within } from "./lib/html.ts";
import type { Page } from "./lib/site.ts";
import { isRedirect, keyOf, paperPages, readSite } from "./lib/site.ts";

/** Addresses that last: whatever names a paper leads to it, and what is gone says why. */
const site = () => readSite();
const some = (pattern: RegExp) => site().pages.find(({ path }) => pattern.test(path))?.path ?? "";

for (const [name, path] of [
  ["an arXiv id", some(/^abs\/\d+\.\d+\/$/u)],
  ["an arXiv id with a version", some(/^abs\/\d+\.\d+v2\/$/u)],
  ["a DOI", some(/^doi\/10\.(?!48550)/u)],
  ["arXiv's own DOI as it is written", some(/^doi\/10\.48550\/arXiv\./u)],
  ["a version that nobody counted on", some(/^abs\/\d+\.\d+\/$/u).replace(/\/$/u, "v17")],
  [
    "a key in other letters",
    paperPages(site())[0]?.path.toUpperCase().replace("PAPERS", "papers") ?? "",
  ],
] as const)
  test(`${name} leads to the paper, and to its sentence`, async ({ page }) => {
    await page.goto(`${path}#s2`);
    await expect(page).toHaveURL(/\/papers\/[^/]+\/#s2$/u);
    expect(await page.locator(":target").getAttribute("id")).toBe("s2");
  });

test("pages that lead on name the page as the canonical one, and keep out of indexes", () => {
  const redirects = site().pages.filter(isRedirect);
  expect(redirects.length).toBeGreaterThan(100);
  const pages = new Set(site().pages.map(({ path }) => path));
  for (const page of redirects) {
    const links = tagsOf(page.tokens).filter((tag) => attribute(tag, "rel") === "canonical");
    const target = new URL(attribute(links[0], "href")).pathname.slice(1);
    expect(pages.has(decodeURIComponent(target)), `${page.path} → ${target}`).toBe(true);
    expect(page.html).toContain('content="noindex"');
  }
});

test("_redirects has a rule for each, one a line", () => {
  const rules = site().read("_redirects").toString("utf8").trim().split("\n");
  const keys = new Set(paperPages(site()).map((page) => `/${page.path}`));
  for (const rule of rules) {
    const [from = "", to = "", code] = rule.split(" ");
    expect(site().files).toContain(`${decodeURIComponent(from).slice(1)}index.html`);
    expect(keys.has(to) && code === "301", rule).toBe(true);
  }
});

test.describe("what is gone", () => {
  test.skip(!isBuilt(SMALL.name), "only `npm test` and `node e2e/lib/prepare.ts` build this");
  const small = () => readSite(SMALL.name);
  const at = (path: string): Page => {
    const page = small().pages.find((each) => each.path === path);
    if (!page) throw new Error(`${path} has no page`);
    return page;
  };
  const main = (path: string) => visibleText(within(at(path).tokens, (tag) => tag.name === "main"));

  test("a withdrawn paper's page says so, why, and what is known", () => {
    const text = main("papers/recalled2019paper/");
    expect(text).toContain("withdrawn");
    expect(text).toContain("a gap in the proof of Theorem 2");
    expect(text).toContain("A Paper That Its Authors Recalled");
    expect(text).toContain("Rhea Called");
    expect(at("papers/recalled2019paper/").html).toContain('content="noindex"');
    expect(text).not.toContain("zyzzogeton");
  });

  test("its other addresses and those that it alone had lead there", () => {
    for (const path of [
      "papers/recalled2018draft/",
      "abs/1903.00001/",
      "doi/10.5555/recalled.1/",
      "authors/rhea-called/",
      "years/2019/",
    ])
      expect(at(path).html, path).toContain("/papers/recalled2019paper/");
  });

  test("lists, feeds, sitemap, exports and search leave it out", () => {
    // The list of files to keep offline names every page, this one among them.
    const own =
      /^(?:offline\/list\.json$|papers\/recalled|abs\/1903|doi\/10\.|authors\/rhea|years\/2019)/u;
    const naming = small()
      .files.filter((file) => /\.(?:html|xml|json|ndjson|bib|ris|txt|md)$/u.test(file))
      .filter((file) => !own.test(file))
      .filter((file) => small().read(file).includes("recalled2019paper"));
    expect(naming).toEqual([]);
  });

  test("an address that moved leads on, one that is gone says why", () => {
    expect(at("topics/toughness/").html).toContain('url=/topics/hardness/"');
    expect(main("papers/lost2001paper/")).toContain("Its authors asked us to take it down.");
    expect(keyOf(at("topics/toughness/"))).toBeUndefined();
  });

  test("the citation files of an old key stay where they were", () => {
    const old = small().read("papers/component2023draft.bib").toString("utf8");
    expect(old).toContain("{component2024paper,");
  });
});
