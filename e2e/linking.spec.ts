import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { paperPages, readSite } from "./lib/site.ts";

/** Linking: to a sentence by its number, by its words, as a quotation, as words to mark; to a paper by a card. */

const some = () => paperPages(readSite())[0]?.path ?? "";

/** Has what the page copies end in a place that the test can read. */
async function holdCopies(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const held = globalThis as unknown as { copied: string };
    held.copied = "";
    navigator.clipboard.writeText = (text) => {
      held.copied = text;
      return Promise.resolve();
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { copied: string }).copied);
}

const words = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((each) => each.textContent.replace(/\s+/gu, " ").trim());

test("the numbers below an abstract give a sentence's address, by its words", async ({ page }) => {
  const copied = await holdCopies(page);
  await page.goto(some());
  await page.getByRole("link", { name: "2", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Sentence 2" })).toBeVisible();
  await page.getByRole("button", { name: "Copy address" }).click();
  await expect.poll(copied).toMatch(/\/papers\/[^/]+\/#q[\da-z]{5}$/u);
  await expect(page.getByRole("dialog", { name: "Sentence 2" })).toBeHidden();
  await expect(page.getByRole("link", { name: "2", exact: true })).toBeFocused();
  const { pathname, hash } = new URL(await copied());
  await page.goto("about/");
  await page.goto(pathname.slice(1) + hash);
  await expect(page.locator("#s2")).toBeInViewport();
  const [lit, other] = await page.evaluate(() =>
    ["s2", "s1"].map(
      (id) => getComputedStyle(document.getElementById(id) ?? document.body).backgroundColor,
    ),
  );
  expect(lit).not.toBe(other);
});

test("a quotation carries words, citation and address; a marking link the words", async ({
  page,
}) => {
  const copied = await holdCopies(page);
  await page.goto(some());
  const sentence = await words(page, "s2");
  await page.locator("#s2").hover();
  // The link follows a pointer that rests: on its way to the link it crosses other sentences.
  await page.locator('.sentence-link[data-of="s2"]').click();
  await page.getByRole("button", { name: "Copy quotation" }).click();
  await expect.poll(copied).toContain(`“${sentence}”`);
  const reference = await page.locator('.cite-box[data-format="reference"]').textContent();
  expect(await copied()).toContain(reference?.trim());
  await page.locator("#s2").hover();
  // The link follows a pointer that rests: on its way to the link it crosses other sentences.
  await page.locator('.sentence-link[data-of="s2"]').click();
  await page.getByRole("button", { name: "Copy link that marks" }).click();
  await expect.poll(copied).toContain("#:~:text=");
  const [start = ""] = (await copied()).split("text=")[1]?.split(",") ?? [];
  expect(sentence.startsWith(decodeURIComponent(start))).toBe(true);
});

/** The paper whose abstract has most sentences: their numbers are far below the first of them. */
const longest = () => {
  const sentences = ({ html }: { html: string }) => html.match(/ id="?s\d+/gu)?.length ?? 0;
  return paperPages(readSite()).toSorted((a, b) => sentences(b) - sentences(a))[0]?.path ?? "";
};

for (const [width, height] of [
  [360, 740],
  [740, 360],
  [1280, 500],
] as const)
  test(`a sentence and its menu are seen together, on ${String(width)} by ${String(height)} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(longest());
    await page.getByRole("link", { name: "1", exact: true }).click();
    const menu = page.getByRole("dialog", { name: "Sentence 1" });
    await expect(menu).toBeInViewport({ ratio: 1 });
    await expect(page.locator("#s1")).toBeInViewport({ ratio: 0.5 });
    await expect(page.getByRole("button", { name: "Copy address" })).toBeFocused();
  });

test("from the keyboard a sentence and its menu are seen together too", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto(longest());
  await page.getByRole("link", { name: "1", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Copy address" })).toBeFocused();
  await expect(page.getByRole("dialog", { name: "Sentence 1" })).toBeInViewport({ ratio: 1 });
  await expect(page.locator("#s1")).toBeInViewport({ ratio: 0.5 });
});

test("with forced colours the sentence of the address stands out as well", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const abstract = page.locator(".abstract");
  await page.goto(some());
  const plain = await abstract.screenshot();
  await page.goto(`${some()}#s2`);
  await expect(page.locator("#s2")).toBeInViewport();
  expect((await abstract.screenshot()).equals(plain)).toBe(false);
});

test("Esc closes the menu and gives the focus back", async ({ page }) => {
  await page.goto(some());
  await page.getByRole("link", { name: "1", exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "Copy address" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("link", { name: "1", exact: true })).toBeFocused();
});

test("an address of a sentence that changed since lands on the paper and says so", async ({
  page,
}) => {
  await page.goto(`${some()}#q00000`);
  await expect(page.getByText("has changed since")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto("about/");
  await page.goto(`${some()}#s1`);
  await expect(page.locator("#s1")).toBeVisible();
  await expect(page.getByText("has changed since")).toBeHidden();
});

test("a paper is shared by its address or as a card that is plain, escaped HTML", async ({
  page,
}) => {
  const copied = await holdCopies(page);
  await page.goto(some());
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "Share" }).click();
  const panel = page.getByRole("dialog", { name: "Share" });
  await panel.getByRole("button", { name: "Copy address" }).click();
  await expect.poll(copied).toBe(page.url());
  await panel.getByRole("button", { name: "Copy HTML" }).click();
  await expect.poll(copied).toContain("<blockquote");
  const card = await copied();
  expect(card).not.toMatch(/<script|class=|\son\w+=/u);
  const elsewhere = await page.context().newPage();
  await elsewhere.setContent(card);
  await expect(elsewhere.getByRole("link", { name: title })).toHaveAttribute("href", page.url());
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("button", { name: "Share" })).toBeFocused();
});
