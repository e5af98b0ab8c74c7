import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";

/** The search page and the search box, as people use them: on the built site, over its real index. */

const results = (page: Page) => page.locator("#results");
const rows = (page: Page) => page.locator("#results > li[data-key]");
const box = (page: Page) => page.getByRole("searchbox", { name: "Search papers" });
const status = (page: Page) => page.getByRole("status");
const ready = (page: Page) => expect(results(page)).toHaveAttribute("data-state", "ready");
const total = async (page: Page) => Number(await results(page).getAttribute("data-total"));

async function search(page: Page, query: string): Promise<void> {
  await page.goto(`search/?${query}`);
  await ready(page);
}

test.beforeEach(({ page }) => {
  page.on("pageerror", (error) => {
    throw error;
  });
});

test.describe("results", () => {
  test("an address with a query shows rows, best first, and says how many", async ({ page }) => {
    await search(page, "q=low-rank");
    const found = await total(page);
    expect(found).toBeGreaterThan(1);
    await expect(rows(page)).toHaveCount(Math.min(10, found));
    await expect(status(page)).toHaveText(`${String(found)} papers for “low-rank”.`);
    await expect(rows(page).first().locator("mark").first()).toHaveText(/low|rank/iu);
  });

  test("a title typed in full finds its paper first, and the row leads there", async ({ page }) => {
    await page.goto("papers/");
    const link = page.locator("[data-rows] > li .row-title a").first();
    const title = await link.innerText();
    const path = await link.getAttribute("href");
    await page.goto("search/");
    await box(page).fill(title);
    await box(page).press("Enter");
    await ready(page);
    await expect(rows(page).first().getByRole("link", { name: title })).toHaveAttribute(
      "href",
      path ?? "",
    );
  });

  test("more results are added below, and the address keeps how many", async ({ page }) => {
    await search(page, "q=learning");
    const found = await total(page);
    test.skip(found <= 10, "fewer results than one page shows");
    const keys = await rows(page).evaluateAll((all) => all.map((row) => row.dataset["key"]));
    await page.getByRole("button", { name: /^Show \d+ more$/u }).click();
    await expect(rows(page)).toHaveCount(Math.min(30, found));
    const after = await rows(page).evaluateAll((all) => all.map((row) => row.dataset["key"]));
    expect(after.slice(0, 10)).toEqual(keys);
    expect(new Set(after).size).toBe(after.length);
    await expect(rows(page).nth(10).getByRole("link").first()).toBeFocused();
    await page.reload();
    await expect(rows(page)).toHaveCount(Math.min(30, found));
  });

  test("sorting by title and by date reorders the same papers", async ({ page }) => {
    await search(page, "q=scaling&sort=title&show=1010");
    const titles = await rows(page).locator(".row-title").allInnerTexts();
    expect(titles.length).toBeGreaterThan(2);
    const folded = titles.map((title) => title.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, ""));
    expect(folded).toEqual(folded.toSorted((a, b) => a.localeCompare(b, "en")));
    await page.getByLabel("Sort").selectOption("newest");
    await expect(page).toHaveURL(/sort=newest/u);
    await ready(page);
    const days = rows(page).locator("time");
    const dates = await days.evaluateAll((all) =>
      all.map((day) => (day as HTMLTimeElement).dateTime),
    );
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test("words that no paper has are named, with ways on", async ({ page }) => {
    await search(page, "q=zzxxqqyy");
    expect(await total(page)).toBe(0);
    await expect(rows(page)).toHaveCount(0);
    await expect(status(page)).toHaveText("No papers for “zzxxqqyy”.");
    await expect(page.getByRole("list", { name: "About this search" })).toContainText("zzxxqqyy");
    await expect(page.getByRole("heading", { name: "What may help" })).toBeVisible();
    await expect(
      page.getByRole("main").getByRole("link", { name: /^All \d+ papers$/u }),
    ).toBeVisible();
  });

  test("a query without any word shows all papers, newest first, and says so", async ({ page }) => {
    await search(page, `q=${encodeURIComponent("🚀")}`);
    const found = await total(page);
    await expect(status(page)).toHaveText(`${String(found)} papers.`);
    await expect(page.getByRole("list", { name: "About this search" })).toHaveText(
      `There is nothing to search for in 🚀. All ${String(found)} papers are shown, newest first.`,
    );
    await search(page, "q=author%3A");
    await expect(status(page)).toHaveText(`${String(found)} papers.`);
  });

  test("a hint leads to the search without the filter that left nothing", async ({ page }) => {
    await search(page, "q=low-rank");
    const found = await total(page);
    await search(page, "q=low-rank+year%3A1901");
    await expect(rows(page)).toHaveCount(0);
    await page.getByRole("link", { name: `${String(found)} papers without` }).click();
    await expect(results(page)).toHaveAttribute("data-total", String(found));
    await expect(box(page)).toHaveValue("low-rank");
    await search(page, "q=year%3A1901");
    await page.getByRole("link", { name: /^\d+ papers without$/u }).click();
    await expect(page).toHaveURL(/\/papers\/$/u);
  });

  test("text from the address stays text", async ({ page }) => {
    const hostile = "<img src=x onerror=document.title='ran'>";
    await search(page, `q=${encodeURIComponent(hostile)}&tag=${encodeURIComponent("<b>x</b>")}`);
    await expect(box(page)).toHaveValue(hostile);
    await expect(page).toHaveTitle(/^Search/u);
    await expect(page.locator("main img, main b")).toHaveCount(0);
  });
});

test.describe("filters", () => {
  test("a filter leaves as many papers as its count says, becomes a chip, and goes again", async ({
    page,
  }) => {
    await search(page, "q=learning");
    const before = await total(page);
    const first = page.getByRole("group", { name: "Topic" }).getByRole("listitem").first();
    const count = Number(await first.locator(".count").innerText());
    expect(count).toBeLessThan(before);
    await first.getByRole("checkbox").check();
    await expect(results(page)).toHaveAttribute("data-total", String(count));
    await expect(page).toHaveURL(/[?&]topic=/u);
    await expect(status(page)).toContainText("1 filter on");
    await expect(first.getByRole("checkbox")).toBeFocused();
    await page.getByRole("button", { name: /^Remove filter: topic/u }).click();
    await expect(results(page)).toHaveAttribute("data-total", String(before));
    await expect(page).not.toHaveURL(/topic=/u);
  });

  test("values of one facet are either-or, facets together narrow", async ({ page }) => {
    await search(page, "q=learning");
    const values = page.getByRole("group", { name: "Topic" }).getByRole("checkbox");
    const [one, two] = await values.evaluateAll((all) =>
      all.map((input) => (input as HTMLInputElement).value),
    );
    await search(page, `q=learning&topic=${one ?? ""}`);
    const alone = await total(page);
    await search(page, `q=learning&topic=${one ?? ""}&topic=${two ?? ""}`);
    const either = await total(page);
    expect(either).toBeGreaterThanOrEqual(alone);
    await search(page, `q=learning&topic=${one ?? ""}&topic=${two ?? ""}&has=code`);
    expect(await total(page)).toBeLessThanOrEqual(either);
  });

  test("a span of years is chosen with two lists, and only its papers stay", async ({ page }) => {
    await search(page, "q=learning&show=1010");
    const from = page.getByLabel("From year");
    const years = (await from.getByRole("option").allInnerTexts()).slice(1).map(Number);
    const last = Math.max(...years);
    await from.selectOption(String(last));
    await expect(page).toHaveURL(new RegExp(`year=${String(last)}\\.\\.`, "u"));
    await ready(page);
    await expect(
      page.getByRole("button", { name: `Remove filter: year since ${String(last)}` }),
    ).toBeVisible();
    const days = rows(page).locator("time");
    const found = await days.evaluateAll((all) =>
      all.map((day) => (day as HTMLTimeElement).dateTime.slice(0, 4)),
    );
    expect(new Set(found)).toEqual(new Set([String(last)]));
  });

  test("filters without words list every paper that has them", async ({ page }) => {
    await search(page, "has=code");
    expect(await total(page)).toBeGreaterThan(0);
    await expect(status(page)).toContainText("1 filter on");
  });

  test("on a phone they come as a sheet that gives the focus back", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await search(page, "q=learning");
    const open = page.getByRole("button", { name: /^Filters/u });
    await open.click();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await sheet.getByRole("group", { name: "Topic" }).getByRole("checkbox").first().check();
    await expect(page).toHaveURL(/[?&]topic=/u);
    await ready(page);
    const found = await total(page);
    await sheet
      .getByRole("button", { name: `Show ${String(found)} paper${found === 1 ? "" : "s"}` })
      .click();
    await expect(sheet).toBeHidden();
    await expect(open).toBeFocused();
    const ways = page.getByRole("list", { name: "Straight to" });
    await expect(ways).toBeVisible();
    expect((await ways.boundingBox())?.height, "one line").toBeLessThan(40);
    await page.getByText("Export").click();
    await expect(page.getByRole("button", { name: "BibTeX" })).toBeVisible();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });

  test("the sheet clears all filters at once, where there are any", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await search(page, "q=learning&has=code");
    const narrowed = await total(page);
    await page.getByRole("button", { name: /^Filters/u }).click();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await sheet.getByRole("button", { name: "Clear" }).click();
    await expect(page).not.toHaveURL(/has=/u);
    await expect(sheet.getByRole("button", { name: "Clear" })).toBeHidden();
    await expect(sheet.getByRole("button", { name: /^Show \d+ papers$/u })).toBeFocused();
    await ready(page);
    expect(await total(page)).toBeGreaterThan(narrowed);
  });
});

test.describe("address and history", () => {
  test("typing changes the address in place; sending it makes an entry to come back to", async ({
    page,
  }) => {
    await search(page, "q=diffusion");
    const diffusion = await total(page);
    await box(page).fill("scaling laws");
    await expect(page).toHaveURL(/q=scaling\+laws/u);
    await box(page).press("Enter");
    await ready(page);
    await page.goBack();
    await expect(page).toHaveURL(/q=diffusion/u);
    await expect(box(page)).toHaveValue("diffusion");
    await expect(results(page)).toHaveAttribute("data-total", String(diffusion));
    await page.goForward();
    await expect(box(page)).toHaveValue("scaling laws");
  });

  test("Back takes a filter off again, and reload keeps everything", async ({ page }) => {
    await search(page, "q=learning&sort=newest");
    const all = await total(page);
    await page.getByRole("group", { name: "Topic" }).getByRole("checkbox").first().check();
    await expect(results(page)).not.toHaveAttribute("data-total", String(all));
    const narrowed = await total(page);
    await page.reload();
    await ready(page);
    await expect(results(page)).toHaveAttribute("data-total", String(narrowed));
    await expect(page.getByLabel("Sort")).toHaveValue("newest");
    await page.goBack();
    await expect(results(page)).toHaveAttribute("data-total", String(all));
  });

  test("coming back from a paper finds the place where it was left", async ({ page }) => {
    await search(page, "q=learning&show=30");
    const row = rows(page).nth(9).getByRole("link").first();
    await row.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => scrollY);
    expect(left).toBeGreaterThan(0);
    await row.click();
    await page.waitForURL(/\/papers\//u);
    await page.goBack();
    await ready(page);
    await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBeCloseTo(left, -1);
  });

  test("the words that matched are marked on the paper, and its address stays clean", async ({
    page,
  }) => {
    await search(page, "q=low-rank");
    await rows(page).first().getByRole("link").first().click();
    await page.waitForURL(/\/papers\/[^/?#]+\/$/u);
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.get("found")?.size ?? 0))
      .toBeGreaterThan(0);
    // Lines of a title stand close: a ground would cover what reaches down from the one above.
    const inTitle = await page.locator("h1").evaluate((title) => {
      const { backgroundColor, textDecorationLine } = getComputedStyle(title, "::highlight(found)");
      return { backgroundColor, textDecorationLine };
    });
    expect(inTitle).toEqual({
      backgroundColor: "rgba(0, 0, 0, 0)",
      textDecorationLine: "underline",
    });
  });
});

test.describe("answers that are late, slow or missing", () => {
  test("a late answer to the first letters never replaces that to the whole word", async ({
    page,
  }) => {
    let hold: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      hold = resolve;
    });
    let first = true;
    await page.route("**/search/**/*.pf_fragment", async (route) => {
      const mine = first;
      first = false;
      if (mine) await held;
      await route.continue();
    });
    await page.goto("search/");
    await box(page).fill("diffusion");
    await box(page).press("Enter");
    await box(page).fill("zzxxqqyy");
    await box(page).press("Enter");
    await ready(page);
    await expect(status(page)).toHaveText("No papers for “zzxxqqyy”.");
    hold?.();
    await page.waitForLoadState("networkidle");
    await expect(status(page)).toHaveText("No papers for “zzxxqqyy”.");
    await expect(rows(page)).toHaveCount(0);
  });

  test("a slow search says so, then how far it is", async ({ page }) => {
    let release: (() => void) | undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/search/index.json*", async (route) => {
      await released;
      await route.continue();
    });
    await page.goto("search/?q=low-rank");
    await expect(results(page)).toHaveAttribute("data-state", "loading");
    await expect(status(page)).toHaveText("Searching…");
    await expect(status(page)).toHaveText(/search index.* \d+ s/u);
    release?.();
    await ready(page);
    await expect(status(page)).toContainText("papers for");
  });

  test("without its index search says what failed and what works, and can be tried again", async ({
    page,
  }) => {
    let blocked = true;
    await page.route("**/search/index.json*", (route) =>
      blocked ? route.abort() : route.continue(),
    );
    await page.goto("search/?q=low-rank");
    await expect(results(page)).toHaveAttribute("data-state", "error");
    await expect(page.getByRole("heading", { name: "Search is not working" })).toBeVisible();
    // Without a network that is only true of what is saved.
    await expect(page.getByRole("main")).not.toContainText("Every page of the site still works");
    await expect(
      page.getByRole("main").getByRole("link", { name: /^All \d+ papers$/u }),
    ).toBeVisible();
    blocked = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await ready(page);
    expect(await total(page)).toBeGreaterThan(0);
  });

  test("where its script does not arrive, search says so and shows the other ways", async ({
    page,
  }) => {
    await page.route("**/_astro/*.js", (route) => route.abort());
    await page.goto("search/?q=low-rank");
    const main = page.getByRole("main");
    await expect(main.getByText("load this page again")).toBeVisible();
    await expect(main.getByRole("heading", { name: "Or browse" })).toBeVisible();
    await expect(page.locator("html")).not.toHaveAttribute("data-asked");
    await page.unroute("**/_astro/*.js");
    await page.reload();
    await ready(page);
    expect(await total(page)).toBeGreaterThan(0);
    await expect(main.getByText("load this page again")).toBeHidden();
  });

  test("nothing of search is loaded before somebody wants it", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto("");
    await page.waitForLoadState("networkidle");
    expect(asked.filter((path) => /\/search\/.+|\/engine\./u.test(path))).toEqual([]);
    const index = page.waitForRequest("**/search/index.json*");
    await box(page).fill("low-rank");
    await index;
  });
});

test.describe("keyboard", () => {
  test("slash leads to the box, arrows through the results and back, Enter opens", async ({
    page,
  }) => {
    await search(page, "q=low-rank");
    await page.keyboard.press("/");
    await expect(box(page)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(rows(page).nth(0).getByRole("link").first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(rows(page).nth(1).getByRole("link").first()).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(box(page)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await expect(box(page)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/papers\/[^/]+\/$/u);
  });
});

test.describe("Esc", () => {
  test("leaves the box of a search, which keeps query, results and address", async ({ page }) => {
    await search(page, "q=low-rank");
    const found = await total(page);
    await box(page).focus();
    await page.keyboard.press("Escape");
    await expect(box(page)).not.toBeFocused();
    await expect(box(page)).toHaveValue("low-rank");
    await expect(rows(page)).toHaveCount(Math.min(10, found));
    await expect(page).toHaveURL(/\?q=low-rank$/u);
    await page.keyboard.press("/");
    await expect(box(page)).toBeFocused();
  });
});

test.describe("for everybody", () => {
  for (const colorScheme of ["light", "dark"] as const)
    test(`results, filters, notes and suggestions have no accessibility fault, ${colorScheme}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      const check = async () => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      };
      await search(page, "q=difusion&has=code&year=2020..");
      await check();
      await search(page, "q=zzxxqqyy&has=code");
      await check();
      await page.setViewportSize({ width: 360, height: 740 });
      await search(page, "q=learning");
      await page.getByRole("button", { name: /^Filters/u }).click();
      await check();
      await page.goto("topics/");
      await box(page).focus();
      await page.getByRole("combobox").fill("scaling");
      await expect(page.getByRole("listbox")).toBeVisible();
      await page.getByRole("combobox").press("ArrowDown");
      await check();
    });

  test("the papers found can be saved as citations, in the order of the results", async ({
    page,
  }) => {
    await search(page, "q=low-rank");
    const keys = await rows(page).evaluateAll((all) => all.map((row) => row.dataset["key"]));
    await page.getByText("Export").click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "BibTeX" }).click(),
    ]);
    const text = await readFile(await file.path(), "utf8");
    const saved = [...text.matchAll(/^@\w+\{([^,]+),/gmu)].map((match) => match[1]);
    expect(saved).toHaveLength(await total(page));
    expect(saved.slice(0, keys.length)).toEqual(keys);
  });
});

test.describe("the box of every page", () => {
  const combobox = (page: Page) => page.getByRole("combobox", { name: "Search papers" });

  test("suggestions are walked with arrows, Esc closes them, Enter opens the chosen one", async ({
    page,
  }) => {
    await page.goto("topics/");
    await box(page).focus();
    await expect(combobox(page)).toBeFocused();
    await combobox(page).fill("scaling");
    const list = page.getByRole("listbox", { name: "Suggestions" });
    await expect(list).toBeVisible();
    await combobox(page).press("ArrowDown");
    const first = list.getByRole("option").first();
    await expect(first).toHaveAttribute("aria-selected", "true");
    await expect(combobox(page)).toHaveAttribute(
      "aria-activedescendant",
      (await first.getAttribute("id")) ?? "",
    );
    await combobox(page).press("Escape");
    await expect(list).toBeHidden();
    await expect(combobox(page)).toBeFocused();
    await combobox(page).press("Escape");
    await expect(combobox(page)).not.toBeFocused();
    await expect(combobox(page)).toHaveValue("scaling");
    await page.keyboard.press("/");
    await combobox(page).press("ArrowDown");
    await combobox(page).press("Enter");
    await page.waitForURL(/\/(papers|topics|tags|authors)\/[^/]+\/$/u);
  });

  test("Enter without a choice searches for the words", async ({ page }) => {
    await page.goto("");
    await box(page).focus();
    await combobox(page).fill("low-rank");
    await combobox(page).press("Enter");
    await page.waitForURL(/\/search\/\?q=low-rank$/u);
    await ready(page);
    expect(await total(page)).toBeGreaterThan(0);
  });
});

test("an arXiv id leads straight to its paper from any box; its own address lists the paper first", async ({
  page,
}) => {
  await page.goto("search/");
  const examples = page.getByRole("region", { name: "What a search can say" });
  const id = (
    await examples
      .getByRole("link")
      .filter({ hasText: /^\d{4}\.\d{4,5}$/u })
      .innerText()
  ).trim();
  const isPaper = async () => {
    await page.waitForURL(/\/papers\/[^/%]+\/$/u);
    await expect(page.getByRole("main").locator(`a[href*="${id}"]`).first()).toBeAttached();
  };
  await box(page).fill(id);
  await box(page).press("Enter");
  await isPaper();
  const path = new URL(page.url()).pathname;
  await page.goto("topics/");
  await box(page).fill(id);
  await page.getByRole("searchbox").or(page.getByRole("combobox")).first().press("Enter");
  await isPaper();
  await search(page, `q=${id}`);
  await expect(rows(page).first().getByRole("link").first()).toHaveAttribute("href", path);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the search page says what it needs and how else to find papers", async ({ page }) => {
    await page.goto("search/?q=low-rank");
    await expect(page.getByText("it needs JavaScript")).toBeVisible();
    await expect(page.getByRole("main").getByRole("searchbox")).toBeHidden();
    await expect(
      page.getByRole("main").getByRole("link", { name: /^All \d+ papers$/u }),
    ).toBeVisible();
  });

  test("the box of other pages still sends its words", async ({ page }) => {
    await page.goto("topics/");
    await page.getByRole("searchbox", { name: "Search papers" }).fill("low-rank");
    await page.getByRole("searchbox", { name: "Search papers" }).press("Enter");
    await page.waitForURL(/\/search\/\?q=low-rank$/u);
  });
});
