import { brotliCompressSync, constants } from "node:zlib";
import { expect, test } from "@playwright/test";
import { expectNone } from "./lib/expect-none.ts";
import { attribute, tagsOf } from "./lib/html.ts";
import type { BuiltSite, Page } from "./lib/site.ts";
import { isRedirect, paperPages, readSite } from "./lib/site.ts";

/** One first flight of TCP: ten segments of 1,460 bytes, as 14 KB are counted. */
const FIRST_FLIGHT = 14 * 1024;
/** Scripts of a page without search, in all. */
const SCRIPTS = 6 * 1024;

/** Bytes over the wire, at the level that static hosts keep compressed files in. */
const brotli = (content: Buffer | string) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const sizes = new Map<string, number>();
function sizeOf(site: BuiltSite, file: string): number {
  const size = sizes.get(file) ?? brotli(site.read(file));
  sizes.set(file, size);
  return size;
}

const local = (address: string) => address.replace(/^\//u, "").replace(/[?#].*$/u, "");

const styles = (page: Page) =>
  tagsOf(page.tokens)
    .filter((tag) => tag.name === "link" && attribute(tag, "rel") === "stylesheet")
    .map((tag) => local(attribute(tag, "href")));

/** A script with what it imports before it runs; what it imports when it is wanted comes later. */
function withImports(site: BuiltSite, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = site.read(file).toString("utf8");
  for (const [, name = ""] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/gu))
    withImports(site, file.replace(/[^/]+$/u, name), seen);
  return seen;
}

const scripts = (site: BuiltSite, page: Page) =>
  tagsOf(page.tokens)
    .filter((tag) => tag.name === "script" && tag.attributes.has("src"))
    .reduce((all, tag) => withImports(site, local(attribute(tag, "src")), all), new Set<string>());

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(2)} KB`;

test("HTML and CSS of every paper's page come in one first flight: 14 KB", () => {
  const site = readSite();
  const faults = paperPages(site).flatMap((page) => {
    const size =
      brotli(page.html) + styles(page).reduce((sum, file) => sum + sizeOf(site, file), 0);
    return size <= FIRST_FLIGHT ? [] : [{ at: page.path, fault: kilobytes(size) }];
  });
  expectNone(faults);
});

test("scripts of every page without search are at most 6 KB, and none waits for another", () => {
  const site = readSite();
  const pages = site.pages.filter((page) => !isRedirect(page) && !page.path.startsWith("search/"));
  const faults = pages.flatMap((page) => {
    const size = [...scripts(site, page)].reduce((sum, file) => sum + sizeOf(site, file), 0);
    const blocking = tagsOf(page.tokens).filter(
      (tag) =>
        tag.name === "script" &&
        tag.attributes.has("src") &&
        attribute(tag, "type") !== "module" &&
        !tag.attributes.has("defer"),
    );
    return [
      ...(size <= SCRIPTS ? [] : [{ at: page.path, fault: `${kilobytes(size)} of scripts` }]),
      ...blocking.map((tag) => ({ at: page.path, fault: `waits for ${attribute(tag, "src")}` })),
    ];
  });
  expectNone(faults);
});

test("a first search takes at most 170 KB over the wire", async ({ page }) => {
  const site = readSite();
  const taken = new Map<string, number>();
  page.on("response", (response) => {
    const file = local(new URL(response.url()).pathname);
    if (/\.html$|\/$|^$/u.test(file) || !site.files.includes(file)) return;
    // Fonts and icons come with every page, search or not.
    if (/\.(?:woff2|svg|png|css)$/u.test(file)) return;
    taken.set(file, sizeOf(site, file));
  });
  await page.goto("search/?q=low-rank%20adaptation");
  await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
  const bytes = [...taken.values()].reduce((sum, size) => sum + size, 0);
  expect(taken.size).toBeGreaterThan(0);
  expect(
    bytes,
    [...taken].map(([file, size]) => `${file} ${String(size)}`).join("\n"),
  ).toBeLessThanOrEqual(170 * 1024);
});
