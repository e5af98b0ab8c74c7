import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { outputDir } from "./lib/builds.ts";
import { runCommand } from "./lib/stage.ts";

/** The one file that carries the collection, opened as people open it: by double-click, from `file://`. */

const file = join(outputDir, "carrel.html");
const address = pathToFileURL(file).href;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  const { ok, reason } = await runCommand("npm", ["run", "--silent", "pack", "--", "--out", file], {
    limit: 60,
  });
  expect(ok, reason).toBe(true);
});

/** Opens the file; gives what went wrong in it and what it asked the network for. */
async function open(page: Page, hash = "") {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(?:data|blob):/u.test(url)) faults.push(url);
  });
  await page.goto(address + hash);
  await page.locator("main h1").waitFor();
  return faults;
}

test("a paper is searched for, opened, cited, and Back leads to the results as they were", async ({
  page,
}) => {
  const faults = await open(page);
  await page.keyboard.press("/");
  await page.keyboard.type("low rank adaptation");
  await page.keyboard.press("Enter");
  const results = page.locator("#results");
  await expect(results).toHaveAttribute("data-state", "ready");
  expect(Number(await results.getAttribute("data-total"))).toBeGreaterThan(0);
  expect(page.url()).toContain("#/search/?q=low+rank+adaptation");
  const title = await results.locator("li a").first().innerText();
  await results.locator("li a").first().click();
  await expect(page.locator("main h1")).toHaveText(title);
  await expect(page.locator(".cite-box[data-format=bib]")).toContainText("@");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as .ris" }).click();
  const path = await (await saving).path();
  expect(await readFile(path, "utf8")).toMatch(/^TY {2}- /u);
  await page.goBack();
  await expect(results.locator("li a").first()).toHaveText(title);
  await expect(page.getByRole("searchbox").or(page.getByRole("combobox")).first()).toHaveValue(
    "low rank adaptation",
  );
  expect(faults).toEqual([]);
});

test("every way in leads to papers, and no address is a dead end", async ({ page }) => {
  const faults = await open(page);
  for (const shelf of ["topics", "tags", "authors", "venues", "years"]) {
    await page.evaluate((to) => (location.hash = `#/${to}/`), shelf);
    await page.locator(`main a[href^="#/${shelf}/"]:not([href*="letter"])`).first().click();
    await expect(page.locator("main .row").first()).toBeVisible();
  }
  await page.evaluate(() => (location.hash = "#/nothing/at/all"));
  await expect(page.locator("main h1")).toHaveText("There is nothing at this address");
  expect(faults).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the views have no accessibility fault and fit a narrow phone, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page);
    const paper = await page.locator("main .row-title a").first().getAttribute("href");
    for (const hash of ["#/", "#/tags/", "#/authors/", "#/search/?q=diffusion", paper ?? ""]) {
      await page.evaluate((to) => (location.hash = to), hash);
      await page.locator("main .row, main .entries, main .names, main .paper").first().waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${hash} ${id}: ${nodes[0]?.html ?? ""}`)).toEqual(
        [],
      );
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, hash).toBeLessThanOrEqual(360);
    }
  });

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("all papers of a small collection can be read", async ({ page }) => {
    await page.goto(address);
    await expect(page.locator("main h2").first()).toBeVisible();
    expect(await page.locator("main li.row").count()).toBeGreaterThan(10);
  });
});
