import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { CANARY, expectedText, expectedTitle, HOSTILE_COUNT } from "./fixtures/hostile-listing.ts";
import { isBuilt } from "./lib/builds.ts";
import { HOSTILE, hostileReport } from "./lib/content.ts";
import { expectNone } from "./lib/expect-none.ts";
import { hasClass, visibleText, within } from "./lib/html.ts";
import type { Import } from "./lib/importing.ts";
import { findPolicyFaults } from "./lib/policy.ts";
import { serve } from "./lib/serve.ts";
import type { Page } from "./lib/site.ts";
import { isRedirect, paperPages, readSite } from "./lib/site.ts";

test.skip(!isBuilt(HOSTILE.name), "only `npm test` and `node e2e/lib/prepare.ts` build these");

const site = () => readSite(HOSTILE.name);
const heading = (page: Page) => visibleText(within(page.tokens, (tag) => tag.name === "h1"));
const single = (text: string) => text.replace(/\s+/gu, " ").trim();

/** The pages by the number that their titles carry. */
const pagesByNumber = () =>
  new Map(paperPages(site()).map((page) => [/Hostilecase(\d+)/u.exec(heading(page))?.[1], page]));

test("the import takes all of them and runs none", () => {
  expect(existsSync(hostileReport)).toBe(true);
  const { report } = JSON.parse(readFileSync(hostileReport, "utf8")) as Import;
  expect(report).toMatchObject({ added: HOSTILE_COUNT, skipped: 0 });
});

test("each reads as its text, title and abstract", () => {
  expect(HOSTILE_COUNT).toBe(200);
  const pages = pagesByNumber();
  const faults = Array.from({ length: HOSTILE_COUNT }, (_, index) => {
    const page = pages.get(String(index).padStart(3, "0"));
    const at = String(index);
    if (!page) return [{ at, fault: "has no page" }];
    const abstract = visibleText(within(page.tokens, (tag) => hasClass(tag, "abstract")));
    const differ = (what: string, seen: string, expected: string) =>
      seen === single(expected)
        ? []
        : [
            {
              at,
              fault: `${what} "${seen.slice(0, 160)}", not "${single(expected).slice(0, 160)}"`,
            },
          ];
    // A paper without an abstract says so in words of the site's own.
    const text = expectedText(index);
    return [
      ...differ("title reads", heading(page), expectedTitle(index)),
      ...(text === "" ? [] : differ("abstract reads", abstract, text)),
    ];
  }).flat();
  expectNone(faults);
});

test("no page lets a script run that is not the site's", () => {
  const pages = site().pages.filter((page) => !isRedirect(page));
  expectNone(
    pages.flatMap((page) => findPolicyFaults(page).map((fault) => ({ at: page.path, fault }))),
  );
});

test("nothing in them runs in a browser, asks for anything, or breaks the page", async ({
  page,
}) => {
  const { url, server } = await serve(site().dir);
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("dialog", (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url)) said.push(request.url().slice(0, 80));
  });
  try {
    // Lists draw many at once; each piece has a page of its own in the midst of a sentence.
    const pages = [...pagesByNumber()].filter(([number]) => Number(number) % 5 === 0);
    expect(pages.length).toBe(HOSTILE_COUNT / 5);
    for (const path of ["", "papers/", "search/?q=case", ...pages.map(([, { path }]) => path)]) {
      await page.goto(url + path);
      if (path.startsWith("search/"))
        await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
      const ran = await page.evaluate((name) => name in globalThis, CANARY);
      expect(ran, path).toBe(false);
    }
  } finally {
    server.close();
  }
  expect(said).toEqual([]);
});
