import { expect, test } from "@playwright/test";
import { paperPages, readSite } from "./lib/site.ts";

test("home, list, paper, theme and search work wherever the site stands", async ({
  page,
  baseURL,
}) => {
  const lost: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) lost.push(response.url());
  });
  page.on("pageerror", (error) => lost.push(error.message));
  const base = new URL(baseURL ?? "").pathname;
  await page.goto("");
  await page.getByRole("main").locator(`a[href^="${base}papers/"]`).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto(paperPages(readSite())[0]?.path ?? "");
  await expect(page.locator("#s1")).toBeVisible();
  await page.goto("search/?q=scaling");
  await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
  const first = page.locator("#results li[data-key] a").first();
  await expect(first).toHaveAttribute("href", new RegExp(`^${base}papers/`, "u"));
  await first.click();
  await expect(page.locator("#s1")).toBeVisible();
  expect(new URL(page.url()).pathname.startsWith(base)).toBe(true);
  expect(lost).toEqual([]);
});
