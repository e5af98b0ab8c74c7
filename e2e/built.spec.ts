import { expect, test } from "@playwright/test";
import { BELOW, isBuilt, ORIGIN } from "./lib/builds.ts";
import { expectNone } from "./lib/expect-none.ts";
import { attribute, hasClass, tagsOf, visibleText, within, without } from "./lib/html.ts";
import { addressesOf, findDeadLinks, isLoaded } from "./lib/links.ts";
import { findPolicyFaults } from "./lib/policy.ts";
import type { Page } from "./lib/site.ts";
import { isRedirect, NOWHERE, readSite } from "./lib/site.ts";

/** What holds of every page of the built site, read as files. */
const site = () => readSite();
const reading = () => site().pages.filter((page) => !isRedirect(page));

const faultsOf = (check: (page: Page) => string[]) =>
  reading().flatMap((page) => check(page).map((fault) => ({ at: page.path, fault })));

const tags = (page: Page, name: string) => tagsOf(page.tokens).filter((tag) => tag.name === name);

test("every internal link and fragment resolves", () => {
  expect(site().pages.length).toBeGreaterThan(60);
  expectNone(findDeadLinks(site()));
});

test("every internal link and fragment resolves below a base path", () => {
  test.skip(!isBuilt(BELOW.name), "only `npm test` builds the site below a base path");
  const below = readSite(BELOW.name, BELOW.base);
  expect(below.pages.length).toBe(site().pages.length);
  expectNone(findDeadLinks(below));
});

test("every page has one h1, one main, a language and a title of its own", () => {
  const faults = faultsOf((page) => {
    const named = tags(page, "title").length === 1 ? visibleTitle(page) : "";
    return [
      ...(tags(page, "h1").length === 1 ? [] : [`${String(tags(page, "h1").length)} h1`]),
      ...(tags(page, "main").length === 1 ? [] : ["not one main"]),
      ...(attribute(tags(page, "html")[0], "lang") === "" ? ["no language"] : []),
      ...(named === "" ? ["no title"] : []),
    ];
  });
  expectNone(faults);
  const titles = reading().map(visibleTitle);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

const visibleTitle = (page: Page) =>
  within(page.tokens, (tag) => tag.name === "title")
    .map((token) => (token.kind === "text" ? token.text : ""))
    .join("")
    .trim();

test("no page uses an id twice", () => {
  const faults = faultsOf((page) => {
    const ids = tagsOf(page.tokens).flatMap((tag) => tag.attributes.get("id") ?? []);
    return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice #${id}`);
  });
  expectNone(faults);
});

test("every page names its own address as the canonical one, and describes itself", () => {
  const faults = faultsOf((page) => {
    if (NOWHERE.has(page.file)) return [];
    const canonical = tags(page, "link").filter((tag) => attribute(tag, "rel") === "canonical");
    const description = tags(page, "meta").find((tag) => attribute(tag, "name") === "description");
    return [
      ...(canonical.map((tag) => attribute(tag, "href")).join() === `${ORIGIN}/${page.path}`
        ? []
        : [`canonical is ${canonical.map((tag) => attribute(tag, "href")).join() || "absent"}`]),
      ...(attribute(description, "content").trim() === "" ? ["no description"] : []),
    ];
  });
  expectNone(faults);
});

test("no page loads anything from another origin", () => {
  const faults = site().pages.flatMap((page) =>
    addressesOf(page, "/")
      .filter(({ tag, url }) => isLoaded(tag) && url.origin !== ORIGIN && url.protocol !== "data:")
      .map(({ written }) => ({ at: page.path, fault: written })),
  );
  expectNone(faults);
  const styles = site().files.filter((file) => file.endsWith(".css"));
  const foreign = styles.filter((file) =>
    /url\(["']?(?:https?:)?\/\//u.test(site().read(file).toString()),
  );
  expect(foreign).toEqual([]);
});

test("no script runs that the page's policy does not name", () => {
  expectNone(
    site().pages.flatMap((page) =>
      findPolicyFaults(page).map((fault) => ({ at: page.path, fault })),
    ),
  );
});

test("links that leave the site hand nothing over", () => {
  const faults = faultsOf((page) =>
    addressesOf(page, "/")
      .filter(
        ({ tag, url }) =>
          tag.name === "a" && /^https?:$/u.test(url.protocol) && url.origin !== ORIGIN,
      )
      .filter(
        ({ tag }) =>
          attribute(tag, "target") === "_blank" && !/noopener/u.test(attribute(tag, "rel")),
      )
      .map(({ written }) => written),
  );
  expectNone(faults);
});

test("a page is readable before any script: main has text", () => {
  const faults = faultsOf((page) => {
    const main = visibleText(within(page.tokens, (tag) => tag.name === "main"));
    return main.length < 40 ? [`main says only "${main}"`] : [];
  });
  expectNone(faults);
});

/** Where two texts meet with nothing but inline tags between them, what a reader hears as one word. */
function runTogether(page: Page): string[] {
  const prose = without(
    within(page.tokens, (tag) => tag.name === "body"),
    ["math", "svg", "option", "template", "pre", "b", "h1", "h2", "h3"],
  );
  const faults: string[] = [];
  let before = "";
  let between = "";
  let skipped = 0;
  for (const token of prose) {
    if (token.kind === "start" && (skipped > 0 || hasClass(token, "abstract"))) skipped += 1;
    else if (token.kind === "end" && skipped > 0) skipped -= 1;
    if (token.kind === "raw" || skipped > 0) continue;
    if (token.kind !== "text") {
      between += token.kind === "end" ? `</${token.name}>` : `<${token.name}>`;
      continue;
    }
    const joined = /[\p{L}\p{N}.,;]$/u.test(before) && /^[\p{L}\p{N}]/u.test(token.text);
    if (joined && between !== "" && INLINE.test(between) && !between.includes("</a><a>"))
      faults.push(`${before.slice(-20)}${between}${token.text.slice(0, 20)}`);
    before = token.text;
    between = "";
  }
  return faults;
}

const INLINE = /^(?:<\/?(?:a|abbr|code|em|i|kbd|small|span|strong|time)>)+$/u;

test("words of neighbouring elements do not run together", () => {
  expectNone(faultsOf(runTogether));
  for (const path of ["about/", "help/"]) {
    const page = reading().find((each) => each.path === path);
    const main = visibleText(within(page?.tokens ?? [], (tag) => tag.name === "main"));
    expect(main).not.toMatch(/\p{Ll}{3}\d|\p{Ll}[.;,]\p{Lu}/u);
  }
});
