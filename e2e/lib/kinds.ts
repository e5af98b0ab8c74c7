import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { readSite } from "./site.ts";

/** A kind of page, and one page of it. */
export interface Kind {
  name: string;
  /** Below the base path, with a query where it takes one. */
  path: string;
}

/** The page of a kind that is largest: what is long or odd stands there. */
function largest(pattern: RegExp): string {
  const pages = readSite().pages.filter((page) => pattern.test(page.path));
  return pages.sort((a, b) => b.html.length - a.html.length)[0]?.path ?? "";
}

const FIXED: readonly [string, string][] = [
  ["home", ""],
  ["all papers", "papers/"],
  ["second page of all papers", "papers/page/2/"],
  ["topics", "topics/"],
  ["tags", "tags/"],
  ["authors", "authors/"],
  ["venues", "venues/"],
  ["years", "years/"],
  ["search", "search/"],
  ["search with a query", "search/?q=scaling%20laws"],
  ["search without a match", "search/?q=zzqqxx"],
  ["reading list", "library/"],
  ["changes", "changes/"],
  ["about", "about/"],
  ["help", "help/"],
  ["read offline", "offline/"],
  ["not on this device", "offline/lost/"],
  ["nowhere", "404.html"],
];

/** One page of every kind that the site has. */
export function pageKinds(): Kind[] {
  return [
    ...FIXED.map(([name, path]) => ({ name, path })),
    { name: "paper", path: largest(/^papers\/(?!page\/)[^/]+\/$/u) },
    { name: "paper with math", path: mathPaper() },
    { name: "topic", path: largest(/^topics\/[^/]+\/$/u) },
    { name: "tag", path: largest(/^tags\/[^/]+\/$/u) },
    { name: "author", path: largest(/^authors\/(?!letter\/)[^/]+\/$/u) },
    { name: "venue", path: largest(/^venues\/[^/]+\/$/u) },
    { name: "changes of an import", path: largest(/^changes\/\d[^/]+\/$/u) },
    { name: "year", path: largest(/^years\/[^/]+\/$/u) },
  ];
}

const mathPaper = () =>
  readSite().pages.find((page) => page.path.startsWith("papers/") && page.html.includes("<math"))
    ?.path ?? "";

/** Opens a page and waits until it has settled: fonts are there, a search has answered. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  if (path.includes("?q="))
    await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
  await page.evaluate(() => document.fonts.ready.then(() => true));
}
