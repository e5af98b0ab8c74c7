import { expect, test } from "@playwright/test";
import { expectNone } from "./lib/expect-none.ts";
import { tokens, visibleText, within, without } from "./lib/html.ts";
import { findLitter, LITTER } from "./lib/litter.ts";
import { isRedirect, readSite } from "./lib/site.ts";

test("the search for litter finds each kind, and nothing in sound prose", () => {
  for (const { name, example } of LITTER)
    expect(findLitter(example).map((found) => found.split(":")[0])).toContain(name);
  const prose =
    "Sometimes a user of snake_case pays $100K, or $5, for bullet points; V* is 4.5× better, 0.05% of " +
    "R&D, O’Neil’s “two-stage” rm, and 3 × 3 windows in C:\\ are 10 times faster.";
  expect(findLitter(prose)).toEqual([]);
});

test("no page shows what a damaged copy left behind", () => {
  const site = readSite();
  const faults = site.pages
    .filter((page) => !isRedirect(page))
    .flatMap((page) => {
      const body = within(page.tokens, (tag) => tag.name === "body");
      // Citations in BibTeX and examples of code are TeX and Markdown by right.
      return findLitter(visibleText(without(body, ["pre", "code", "textarea", "script"]))).map(
        (fault) => ({ at: page.path, fault }),
      );
    });
  expectNone(faults);
});

test("no feed carries litter in a title", () => {
  const site = readSite();
  const faults = site.files
    .filter((file) => file.endsWith("feed.xml"))
    .flatMap((file) =>
      [
        ...site
          .read(file)
          .toString("utf8")
          .matchAll(/<title>(.*?)<\/title>/gsu),
      ]
        .flatMap(([, title = ""]) => findLitter(visibleText(tokens(title))))
        .map((fault) => ({ at: file, fault })),
    );
  expectNone(faults);
});
