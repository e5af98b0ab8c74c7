import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { open } from "./lib/kinds.ts";
import { paperPages, readSite } from "./lib/site.ts";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

/** Pixels by which a page is wider than the screen. */
const excess = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

const somePaper = () => paperPages(readSite())[0]?.path ?? "";

/** A formula as drawn at build, wider than any phone. */
const FORMULA = `<math>${"<mi>f</mi><mo>+</mo>".repeat(60)}<mi>g</mi></math>`;

for (const [what, selector, html] of [
  ["a long word in a title", "h1", "Pseudopseudohypoparathyroidismopathologicalities"],
  [
    "a long name",
    ".byline a",
    "The Extremely Large Collaboration of Particle and Other Physicists",
  ],
  ["a long formula in a sentence", ".abstract p", `We see that ${FORMULA} holds.`],
] as const)
  test(`${what} does not make the page wider than a phone`, async ({ page }) => {
    await open(page, somePaper());
    await page
      .locator(selector)
      .first()
      .evaluate((element, text) => {
        element.innerHTML = text;
      }, html);
    expect(await excess(page)).toBeLessThanOrEqual(0);
  });

test("the end of a long formula can be reached", async ({ page }) => {
  await open(page, somePaper());
  await page
    .locator(".abstract p")
    .first()
    .evaluate((element, text) => {
      element.innerHTML = text;
    }, FORMULA);
  const end = page.locator(".abstract math mi").last();
  await end.scrollIntoViewIfNeeded();
  await expect(end).toBeInViewport();
  expect(await page.evaluate(() => scrollX)).toBe(0);
});

test("a query of one endless word does not make the page wider than a phone", async ({ page }) => {
  await open(page, `search/?q=${"a".repeat(200)}`);
  await expect(page.getByRole("status").first()).toContainText("No papers");
  expect(await excess(page)).toBeLessThanOrEqual(0);
});

test("a query of many words is not told at length", async ({ page }) => {
  const words = Array.from({ length: 60 }, (_, at) => `zzqq${String(at)}`);
  await open(page, `search/?q=${words.join("%20")}`);
  const status = page.getByRole("status").first();
  await expect(status).toContainText("No papers");
  expect((await status.boundingBox())?.height).toBeLessThan(60);
  const notes = page.getByRole("list", { name: "About this search" });
  expect((await notes.boundingBox())?.height).toBeLessThan(80);
});

test("what was done is said on one line where it fits", async ({ page }) => {
  await open(page, somePaper());
  await page.getByRole("button", { name: "Save", exact: true }).tap();
  const said = page.getByText("Saved to your reading list");
  await expect(said).toBeVisible();
  expect((await said.boundingBox())?.height).toBeLessThan(50);
});

test("the card that shares a paper is shown whole", async ({ page }) => {
  for (const { path } of paperPages(readSite()).slice(0, 3)) {
    await open(page, path);
    await page.getByRole("button", { name: "Share" }).tap();
    const card = page.getByRole("dialog", { name: "Share" }).locator("blockquote");
    await expect(card).toBeVisible();
    const hidden = await card.evaluate((box) => box.scrollHeight - box.clientHeight);
    expect(hidden, path).toBeLessThanOrEqual(0);
  }
});

test("filters pass below the head of their sheet, not over it", async ({ page }) => {
  await open(page, "search/?q=scaling");
  await page.getByRole("button", { name: /^Filters/u }).tap();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  const heading = sheet.getByRole("heading", { name: "Filters" });
  await expect(heading).toBeVisible();
  // As far as a box stands where the heading is.
  await sheet.evaluate((box) => {
    const head = box.querySelector("h2")?.getBoundingClientRect();
    const below = [...box.querySelectorAll('input[type="checkbox"]')].at(-1);
    if (head && below) box.scrollTop += below.getBoundingClientRect().top - head.top;
  });
  const reached = await heading.evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + 4, top + height / 2);
    return at === element || at?.contains(element);
  });
  expect(reached).toBe(true);
});
