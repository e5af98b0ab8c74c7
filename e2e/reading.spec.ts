import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { open, pageKinds } from "./lib/kinds.ts";
import { keyOf, paperPages, readSite } from "./lib/site.ts";

/** The colour of the paper that everything stands on. */
const groundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

const somePaper = () => paperPages(readSite())[0]?.path ?? "";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const { name, path } of pageKinds().filter(({ path }) => !path.includes("?")))
    test(`${name} can be read`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect((await page.getByRole("main").innerText()).length).toBeGreaterThan(30);
    });

  test("a reader gets from home to a topic, to a paper, to its author and to BibTeX", async ({
    page,
  }) => {
    await page.goto("");
    await page.getByRole("main").locator('a[href*="/topics/"]').first().click();
    await expect(page).toHaveURL(/\/topics\//u);
    await page.goto(
      readSite().pages.find(({ path }) => /^topics\/[^/]+\/$/u.test(path))?.path ?? "",
    );
    const keys = new Set(paperPages(readSite()).map(keyOf));
    const links = page.getByRole("main").locator('a[href*="/papers/"]');
    await links.first().click();
    expect(keys).toContain(/\/papers\/([^/]+)\/$/u.exec(new URL(page.url()).pathname)?.[1]);
    await expect(page.locator('.abstract, [itemprop="abstract"]').first()).toBeVisible();
    const response = await page.request.get(page.url().replace(/\/$/u, ".bib"));
    expect(await response.text()).toMatch(/^@\w+\{/mu);
    await page.getByRole("main").locator('a[href*="/authors/"]').first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("the search box leads to the search page, which says what to do", async ({ page }) => {
    await page.goto("");
    const box = page.getByRole("searchbox").or(page.locator('input[name="q"]')).first();
    await box.fill("scaling");
    await box.press("Enter");
    await expect(page).toHaveURL(/\/search\/\?(?:.*&)?q=scaling/u);
    await expect(page.getByRole("main")).toContainText(/script/iu);
  });
});

test("the theme follows the system, a switch overrides it, and it stays so", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, "");
  const light = await groundOf(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await groundOf(page);
  expect(dark).not.toBe(light);
  await page
    .getByRole("button", { name: /theme|dark|light/iu })
    .first()
    .click();
  await expect.poll(() => groundOf(page)).toBe(light);
  await page.goto("about/");
  expect(await groundOf(page)).toBe(light);
});

test("keys: / goes to the search box, t switches the theme, ? lists the keys, Esc leaves", async ({
  page,
}) => {
  await open(page, somePaper());
  const before = await groundOf(page);
  await page.keyboard.press("t");
  await expect.poll(() => groundOf(page)).not.toBe(before);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("/");
  const box = page.locator('input[name="q"]:focus');
  await expect(box).toBeVisible();
  // While typing, keys are letters.
  const typing = await groundOf(page);
  await page.keyboard.type("t?");
  await expect(box).toHaveValue("t?");
  expect(await groundOf(page)).toBe(typing);
});

test("keys: c copies the key of the row that has the focus, on a paper's page its citation", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await open(page, "papers/");
  await page.keyboard.press("j");
  const row = page.locator("li[data-key]:focus-within");
  const key = (await row.getAttribute("data-key")) ?? "none";
  await page.keyboard.press("c");
  await expect(page.locator("#toast")).toHaveText(`Key ${key} copied`);
  expect(await copied()).toBe(key);
  await row.getByRole("link").first().press("Enter");
  await page.waitForURL((url) => !url.pathname.endsWith("/papers/"));
  await page.keyboard.press("c");
  await expect(page.locator("#toast")).toHaveText("Citation copied");
  expect(await copied()).toContain(`{${key},`);
});

for (const width of [360, 768, 900, 991, 992, 1280])
  test(`every way in is in the header, ${String(width)} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await open(page, "help/");
    const header = page.getByRole("banner");
    const menu = header.getByRole("button", { name: "Menu" });
    if (await menu.isVisible()) await menu.click();
    for (const name of ["Papers", "Topics", "Tags", "Authors", "Venues", "Years"])
      await expect(header.getByRole("link", { name, exact: true })).toBeInViewport({ ratio: 1 });
  });

test("the first stop of the keyboard skips to the text", async ({ page }) => {
  await open(page, somePaper());
  await page.keyboard.press("Tab");
  const skip = page.locator("a:focus");
  await expect(skip).toBeVisible();
  await expect(skip).toHaveAttribute("href", /^#/u);
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).not.toBe("");
});

test("a paper prints on one sheet, with its citation and address, without the site around it", async ({
  page,
}) => {
  await open(page, somePaper());
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("search").first()).toBeHidden();
  await expect(page.locator("button:visible")).toHaveCount(0);
  await expect(page.locator('.abstract, [itemprop="abstract"]').first()).toBeVisible();
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length).toBe(1);
});

test("a sentence's address leads to that sentence", async ({ page }) => {
  await open(page, `${somePaper()}#s2`);
  await expect(page.locator("#s2")).toBeInViewport();
  expect(await page.locator(":target").getAttribute("id")).toBe("s2");
});
