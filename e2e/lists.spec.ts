import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { readSite } from "./lib/site.ts";

/** Lists and indexes: the box that filters them, and the years beside them. */

const box = (page: Page) => page.getByRole("searchbox", { name: "Filter authors" });
const letters = (page: Page) => page.getByRole("navigation", { name: "Letters" });

/** Letters that lead to no part of the page that is to be seen. */
const deadLetters = (page: Page) =>
  letters(page)
    .getByRole("link")
    .evaluateAll((links) =>
      links
        .filter((link) => {
          const { hash } = link as HTMLAnchorElement;
          return !document.getElementById(hash.slice(1))?.checkVisibility();
        })
        .map((link) => link.textContent.trim()),
    );

test("with a filter on, only letters that have names lead to them", async ({ page }) => {
  await page.goto("authors/");
  const all = await letters(page).getByRole("link").count();
  await box(page).fill("zhang");
  await expect(page.getByRole("status")).toContainText(/^\d+ of \d+$/u);
  expect(await deadLetters(page)).toEqual([]);
  await expect(letters(page).getByRole("link", { name: "Z" })).toBeVisible();
  await box(page).fill("");
  await expect(letters(page).getByRole("link")).toHaveCount(all);
});

test("what a list is filtered by is in its address: reload and Back keep it", async ({ page }) => {
  await page.goto("authors/");
  await box(page).fill("zhang");
  await expect(page).toHaveURL(/\/authors\/\?filter=zhang$/u);
  const told = await page.getByRole("status").innerText();
  await page.reload();
  await expect(box(page)).toHaveValue("zhang");
  await expect(page.getByRole("status")).toHaveText(told);
  // At once, before the address has caught up with the typing.
  await box(page).fill("li");
  await page.locator("#authors li:visible a").first().click();
  await expect(page).not.toHaveURL(/\/authors\/\?/u);
  await page.goBack();
  await expect(box(page)).toHaveValue("li");
  await box(page).fill("");
  await expect(page).toHaveURL(/\/authors\/$/u);
});

/** The venue page with most papers. */
const venue = () => {
  const pages = readSite().pages.filter(({ path }) => /^venues\/[^/]+\/$/u.test(path));
  return pages.toSorted((a, b) => b.html.length - a.html.length)[0]?.path ?? "";
};

test("the years beside a list leave none out", async ({ page }) => {
  for (const path of ["papers/", venue()]) {
    await page.goto(path);
    const rail = page.getByRole("complementary", { name: "About this list" });
    const [first, last] = (await rail.locator(".axis span").allInnerTexts()).map(Number);
    const bars = await rail
      .getByRole("img", { name: /^Papers a year/u })
      .locator("path")
      .getAttribute("d");
    expect(bars?.split("M").length, path).toBe((last ?? 0) - (first ?? 0) + 2);
  }
});
