import { expect, test } from "@playwright/test";
import { ORIGIN } from "./lib/builds.ts";
import { expectNone } from "./lib/expect-none.ts";
import { attribute, tagsOf } from "./lib/html.ts";
import { isRedirect, readSite } from "./lib/site.ts";
import type { Page } from "./lib/site.ts";

/** Pages as Markdown, for machines that read prose; and the site as a browser's search engine. */
const text = (file: string) => readSite().read(file).toString("utf8");

const twinOf = (page: Page) => {
  const link = tagsOf(page.tokens).find(
    (tag) =>
      tag.name === "link" &&
      attribute(tag, "rel") === "alternate" &&
      attribute(tag, "type") === "text/markdown",
  );
  return link ? attribute(link, "href").slice(1) : undefined;
};

test("every page of papers, lists and indexes names its Markdown, which says what it is and where from", () => {
  const site = readSite();
  const pages = site.pages.filter(
    (page) =>
      /^(?:(?:papers|topics|tags|authors|venues|years)\/(?:[^/]+\/)?)?$/u.test(page.path) &&
      !isRedirect(page),
  );
  const faults = pages.flatMap((page) => {
    const twin = twinOf(page);
    // An author's only paper has the same Markdown.
    if (twin === undefined && /^authors\/./u.test(page.path)) return [];
    if (twin === undefined || !site.files.includes(twin))
      return [{ at: page.path, fault: `no ${twin ?? "Markdown"}` }];
    const markdown = text(twin);
    return [
      ...(/^# \S/u.test(markdown) ? [] : ["no heading"]),
      ...(twin === "llms.txt" || markdown.endsWith(`\nSource: ${ORIGIN}/${page.path}\n`)
        ? []
        : ["does not say where it is from"]),
    ].map((fault) => ({ at: page.path, fault }));
  });
  expect(pages.length).toBeGreaterThan(100);
  expectNone(faults);
});

test("no link of a Markdown page leads nowhere", () => {
  const site = readSite();
  const there = (path: string) =>
    site.files.includes(path === "" || path.endsWith("/") ? `${path}index.html` : path);
  const faults = site.files
    .filter((file) => file.endsWith(".md") || file === "llms.txt")
    .flatMap((file) =>
      Array.from(text(file).matchAll(/\]\((https:[^)\s]+)\)/gu), ([, url = ""]) => url)
        .filter((url) => url.startsWith(`${ORIGIN}/`))
        .map((url) => decodeURI(url.slice(ORIGIN.length + 1)))
        .filter((path) => !there(path))
        .map((path) => ({ at: file, fault: `leads to ${path}` })),
    );
  expectNone(faults);
});

test("a browser that reads the site's search description finds papers with it", async ({
  page,
}) => {
  await page.goto("about/");
  const template = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="search"]');
    const answer = await fetch(link?.href ?? "");
    const read = new DOMParser().parseFromString(await answer.text(), "application/xml");
    return read.querySelector('Url[type="text/html"]')?.getAttribute("template");
  });
  const address = new URL(
    (template ?? "").replace("{searchTerms}", encodeURIComponent('"scaling laws" & data')),
  );
  expect(address.origin).toBe(ORIGIN);
  await page.goto(address.pathname.slice(1) + address.search);
  await expect(page.getByRole("searchbox")).toHaveValue('"scaling laws" & data');
  await expect(page.locator("[data-key]").first()).toBeVisible();
});
