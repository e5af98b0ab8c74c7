import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { keyOf, paperPages, readSite } from "./lib/site.ts";

/** The reading list, as readers use it: saved on any page, kept over reloads and tabs, taken along and brought in. */

const keys = () => paperPages(readSite()).map((page) => keyOf(page) ?? "");

const rows = (page: Page) => page.locator("#rows > li");
const order = (page: Page) =>
  rows(page).evaluateAll((list) => list.map((row) => row.getAttribute("data-key")));
const header = (page: Page) =>
  page.getByRole("banner").getByRole("link", { name: /Reading list/u });

/** Saves the first papers of the page of all papers, each on top of the one before; gives their keys, topmost first. */
async function saveSome(page: Page, count: number): Promise<string[]> {
  await page.goto("papers/");
  const list = page.locator("#rows > li");
  const saved: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const row = list.nth(at);
    await row.getByRole("button", { name: /^Save /u }).click();
    await expect(row.getByRole("button", { pressed: true })).toBeVisible();
    saved.unshift((await row.getAttribute("data-key")) ?? "");
  }
  return saved;
}

/** Puts entries into the storage as an earlier visit left them. */
const leave = (page: Page | BrowserContext, entries: Record<string, unknown>) =>
  page.addInitScript((kept: Record<string, unknown>) => {
    if (localStorage.getItem("left")) return;
    localStorage.setItem("left", "yes");
    for (const [key, entry] of Object.entries(kept))
      localStorage.setItem(
        `reading-list:/:${key}`,
        typeof entry === "string" ? entry : JSON.stringify(entry),
      );
  }, entries);

test("papers saved on rows and pages are in the list, over reloads", async ({ page }) => {
  const saved = await saveSome(page, 2);
  await expect(header(page)).toHaveAccessibleName("Reading list (2)");
  const other = keys().find((key) => !saved.includes(key)) ?? "";
  await page.goto(`papers/${other}/`);
  await page.keyboard.press("s");
  await expect(page.getByRole("button", { name: "Saved", pressed: true })).toBeVisible();
  await header(page).click();
  await expect.poll(() => order(page)).toEqual([other, ...saved]);
  await page.reload();
  await expect.poll(() => order(page)).toEqual([other, ...saved]);
  await rows(page).first().getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/papers/${other}/$`, "u"));
  await page.getByRole("button", { name: "Saved" }).click();
  await expect(
    page.getByRole("button", { name: "Save", exact: true, pressed: false }),
  ).toBeVisible();
  await expect(header(page)).toHaveAccessibleName("Reading list (2)");
});

test("a paper saved on its page stands with the venue that the page names", async ({ page }) => {
  const at = paperPages(readSite()).find(({ html }) => html.includes("citation_conference_title"));
  await page.goto(at?.path ?? "");
  const venue = await page.getByRole("article").locator('a[href*="/venues/"]').innerText();
  await page.keyboard.press("s");
  await header(page).click();
  await expect(rows(page).first().locator(".venue")).toHaveText(venue);
});

test("a search's results can be saved", async ({ page }) => {
  await page.goto("search/?q=scaling%20laws");
  const row = page.locator("#results > li").first();
  await row.getByRole("button", { name: /^Save /u }).click();
  await expect(row.getByRole("button", { pressed: true })).toBeVisible();
  const key = await row.getAttribute("data-key");
  await page.goto("library/");
  await expect.poll(() => order(page)).toEqual([key]);
});

test("notes, progress and order stay; what was removed can be had back", async ({ page }) => {
  const [first = "", second = "", third = ""] = await saveSome(page, 3);
  await page.goto("library/");
  await rows(page)
    .nth(2)
    .getByRole("button", { name: /Move up/u })
    .press("Enter");
  await expect.poll(() => order(page)).toEqual([first, third, second]);
  await expect(
    rows(page)
      .nth(1)
      .getByRole("button", { name: /Move up/u }),
  ).toBeFocused();
  await rows(page)
    .nth(0)
    .getByRole("button", { name: /^Note on/u })
    .click();
  await page.keyboard.type("Compare with <b>ours</b>");
  await rows(page).nth(1).getByRole("combobox").selectOption("read");
  await page.reload();
  await expect.poll(() => order(page)).toEqual([first, third, second]);
  await expect(rows(page).nth(0).getByRole("textbox")).toHaveValue("Compare with <b>ours</b>");
  await page.getByRole("searchbox", { name: /notes/u }).fill("OURS compare");
  await expect.poll(() => order(page)).toEqual([first]);
  await page.getByRole("searchbox", { name: /notes/u }).fill("");
  await page.getByRole("radio", { name: /^Read \d/u }).check();
  await expect.poll(() => order(page)).toEqual([third]);
  await page.getByRole("radio", { name: /^All/u }).check();
  await rows(page)
    .nth(0)
    .getByRole("button", { name: /^Remove/u })
    .click();
  await expect.poll(() => order(page)).toEqual([third, second]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => order(page)).toEqual([first, third, second]);
  await expect(rows(page).nth(0).getByRole("textbox")).toHaveValue("Compare with <b>ours</b>");
});

test("a row is dragged by its grip to another place", async ({ page }) => {
  const [first, second, third] = await saveSome(page, 3);
  await page.goto("library/");
  const grip = await rows(page).nth(2).locator("[data-part=grip]").boundingBox();
  const top = await rows(page).nth(0).boundingBox();
  if (!grip || !top) throw new Error("no rows");
  await page.mouse.move(grip.x + 10, grip.y + 20);
  await page.mouse.down();
  await page.mouse.move(grip.x + 10, top.y + 5, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => order(page)).toEqual([third, first, second]);
  await page.reload();
  await expect.poll(() => order(page)).toEqual([third, first, second]);
});

test("two tabs show one list, and a note being written is not disturbed", async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  const [first = ""] = await saveSome(one, 1);
  await one.goto("library/");
  await rows(one)
    .first()
    .getByRole("button", { name: /^Note on/u })
    .click();
  await one.keyboard.type("half a thou");
  const other = keys().find((key) => key !== first) ?? "";
  await two.goto(`papers/${other}/`);
  await expect(header(two)).toHaveAccessibleName("Reading list (1)");
  await two.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => order(one)).toEqual([other, first]);
  await one.keyboard.type("ght");
  await expect(rows(one).last().getByRole("textbox")).toHaveValue("half a thought");
  await two.goto("library/");
  await expect(rows(two).last().getByRole("textbox")).toHaveValue("half a thought");
});

test("a note that two tabs write keeps the words of both", async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await saveSome(one, 1);
  const note = (page: Page) => rows(page).first().getByRole("textbox");
  const write = async (page: Page, text: string) => {
    await page.bringToFront();
    if (await note(page).isHidden())
      await rows(page)
        .first()
        .getByRole("button", { name: /^Note on/u })
        .click();
    await note(page).fill(text);
  };
  await one.goto("library/");
  await two.goto("library/");
  await write(one, "one");
  await expect(note(two)).toHaveValue("one");
  // The cursor still stands in the first tab's note: it shows what the second writes, and leaves it alone.
  await write(two, "two of the second");
  await expect(note(one)).toHaveValue("two of the second");
  await one.goto("about/");
  await two.reload();
  await expect(note(two)).toHaveValue("two of the second");
  // What is typed meanwhile is joined, not overwritten.
  await one.goto("library/");
  await expect(note(one)).toHaveValue("two of the second");
  await note(one).evaluate((box) => {
    // As if it were typed this very moment: nothing has been kept of it yet.
    box.focus();
    (box as HTMLTextAreaElement).value = "alpha";
  });
  await write(two, "beta");
  await expect.poll(() => two.evaluate(() => JSON.stringify(localStorage))).toContain("beta");
  await one.bringToFront();
  await one.keyboard.press("End");
  await one.keyboard.type("!");
  await expect(note(one)).toHaveValue("alpha!\n\nbeta");
  await expect(note(two)).toHaveValue("alpha!\n\nbeta");
});

test("a paper that another tab removes while its note is written goes with a word", async ({
  context,
}) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  const faults: string[] = [];
  one.on("pageerror", ({ message }) => faults.push(message));
  const saved = await saveSome(one, 2);
  await one.goto("library/");
  await two.goto("library/");
  await rows(one)
    .first()
    .getByRole("button", { name: /^Note on/u })
    .click();
  await one.keyboard.type("half a thou");
  await rows(two)
    .first()
    .getByRole("button", { name: /^Remove/u })
    .click();
  await expect.poll(() => order(one)).toEqual(saved.slice(1));
  await expect(one.getByText("was removed in another tab")).toBeVisible();
  await expect(rows(one).first().getByRole("link").first()).toBeFocused();
  expect(faults).toEqual([]);
});

test("the list is exported in every format, in its order", async ({ page }) => {
  const saved = await saveSome(page, 3);
  await page.goto("library/");
  const menu = page.getByText("Export", { exact: true });
  const take = async (name: string) => {
    if (!(await page.getByRole("button", { name, exact: true }).isVisible())) await menu.click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name, exact: true }).click();
    return readFileSync(await (await download).path(), "utf8");
  };
  const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((m) => m[1]);
  expect(found(await take("BibTeX"), /^@\w+\{([^,]+),/gmu)).toEqual(saved);
  expect(found(await take("RIS (EndNote)"), /^ID {2}- (.+?)\r?$/gmu)).toEqual(saved);
  const items = JSON.parse(await take("CSL-JSON")) as { id: string }[];
  expect(items.map(({ id }) => id)).toEqual(saved);
  expect(found(await take("Table (CSV)"), /^(\w+\d{4}\w+),/gmu)).toEqual(saved);
  const references = (await take("References")).trim().split(/\n+/u);
  expect(references).toHaveLength(3);
  for (const reference of references) expect(reference).toMatch(/^\p{Lu}.*\(\d{4}\)\. /u);
  await page.getByLabel("Style of the references").selectOption("IEEE");
  expect(found(await take("References"), /^\[(\d+)\] \p{Lu}\. /gmu)).toEqual(["1", "2", "3"]);
  expect(found(await take("Markdown, with notes"), /\/papers\/([^/]+)\/\)/gu)).toEqual(saved);
  const list = JSON.parse(await take("This list, to import elsewhere")) as {
    papers: { key: string }[];
  };
  expect(list.papers.map(({ key }) => key)).toEqual(saved);
});

test("a shared address shows the list first, and adds it when asked to", async ({
  page,
  browser,
}) => {
  const saved = await saveSome(page, 2);
  await page.goto("library/");
  await page.getByText("Share", { exact: true }).click();
  const address = await page.getByRole("textbox", { name: /address/iu }).inputValue();
  const reader = await browser.newContext();
  const there = await reader.newPage();
  await there.goto(`${address},nobody2020nothing`);
  await expect(there.getByRole("heading", { name: "A shared list of 3 papers" })).toBeVisible();
  await expect(there.getByText("2 of 3 are on this site")).toBeVisible();
  expect(await order(there)).toEqual([]);
  await there.getByRole("button", { name: "Add 2 to my list" }).click();
  await expect.poll(() => order(there)).toEqual(saved);
  await there.reload();
  await expect.poll(() => order(there)).toEqual(saved);
  expect(new URL(there.url()).hash).toBe("");
  await reader.close();
});

test("a file and pasted identifiers are imported; what is there already is left alone", async ({
  page,
}) => {
  const [mine = ""] = await saveSome(page, 1);
  const arxiv = readSite().pages.find(({ path }) => /^abs\/\d+\.\d+\/$/u.test(path))?.path ?? "";
  await page.goto("library/");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("textbox", { name: /paste/iu }).fill(`${mine}\narXiv:${arxiv.slice(4, -1)}`);
  await page.getByRole("button", { name: "Look for these papers" }).click();
  await expect(page.getByText("is in your list already")).toBeVisible();
  await page.getByRole("button", { name: "Add 1 to my list" }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const bib = `@misc{${keys()[0] ?? ""},\n title = {x}\n}\n@misc{${keys()[1] ?? ""},\n title = {y}\n}\n@misc{z, title={z}}`;
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "my.bib", mimeType: "text/plain", buffer: Buffer.from(bib) });
  await page.getByRole("button", { name: "Look for these papers" }).click();
  await expect(page.getByRole("heading", { name: "3 papers in my.bib" })).toBeVisible();
  await expect(page.getByText("is not on this site")).toBeVisible();
});

test("a paper whose key changed is found under its new one, note and all", async ({ page }) => {
  const key = keys()[0] ?? "";
  await page.route("**/papers/old2020name/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<meta http-equiv="refresh" content="0; url=/papers/${key}/"><link rel="canonical" href="https://carrel.example/papers/${key}/">`,
    }),
  );
  await leave(page, {
    old2020name: { title: "As it was called", note: "mine", place: 0 },
    lost2001paper: { title: "Never here", place: 1 },
  });
  await page.goto("library/");
  await expect.poll(() => order(page)).toEqual([key, "lost2001paper"]);
  await expect(rows(page).first().getByRole("textbox")).toHaveValue("mine");
  await expect(rows(page).first().getByRole("link")).not.toHaveText("As it was called");
  await expect(rows(page).last()).toContainText("No longer on this site");
});

test("a broken entry harms no other and can be restored", async ({ page }) => {
  const [broken = "", whole = ""] = keys();
  await leave(page, { [broken]: '{"title":"torn', [whole]: { title: "Whole", place: 0 } });
  await page.goto("library/");
  await expect(page.getByRole("heading", { name: "Some entries cannot be read" })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Restore" }).click();
  await expect.poll(() => order(page)).toEqual([broken, whole]);
  await expect(page.getByRole("heading", { name: "Some entries cannot be read" })).toBeHidden();
});

test("a full disk is said, and nothing is lost or pretended", async ({ page }) => {
  await saveSome(page, 1);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.goto("papers/");
  const second = page
    .locator("#rows > li")
    .nth(1)
    .getByRole("button", { name: /^Save /u });
  await second.click();
  await expect(page.getByText(/Not saved: .* no room/u)).toBeVisible();
  await expect(second).toHaveAttribute("aria-pressed", "false");
  await page.goto("library/");
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().getByRole("combobox").selectOption("read");
  await expect(page.getByText(/Not saved: .* no room/u)).toBeVisible();
  await expect(rows(page).first().getByRole("combobox")).toHaveValue("to-read");
  // What was written is not taken away because it cannot be kept.
  await rows(page)
    .first()
    .getByRole("button", { name: /^Note on/u })
    .click();
  await page.keyboard.type("a thought");
  await page.keyboard.press("Tab");
  await expect(rows(page).first().getByRole("textbox")).toHaveValue("a thought");
});

test("a browser that keeps nothing is told of, and everything else works", async ({ page }) => {
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto("papers/");
  const first = page
    .locator("#rows > li")
    .first()
    .getByRole("button", { name: /^Save /u });
  await first.click();
  await expect(page.getByText(/Not saved: this browser lets/u)).toBeVisible();
  await page.goto(`library/#papers=${keys()[0] ?? ""}`);
  await expect(page.getByRole("heading", { name: /keeps nothing/u })).toBeVisible();
  await expect(page.getByText("1 of 1 is on this site")).toBeVisible();
  expect(said).toEqual([]);
});

test("the list stands where the network does not", async ({ page, context }) => {
  const saved = await saveSome(page, 2);
  await page.goto("library/");
  await expect.poll(() => order(page)).toEqual(saved);
  await context.setOffline(true);
  await rows(page)
    .first()
    .getByRole("button", { name: /^Remove/u })
    .click();
  await expect.poll(() => order(page)).toEqual(saved.slice(1));
  await page.getByText("Export", { exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Markdown, with notes" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain(saved[1]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page explains itself, and nothing offers what cannot be had", async ({ page }) => {
    await page.goto("library/");
    await expect(page.getByRole("main")).toContainText("JavaScript");
    await page.goto(`papers/${keys()[0] ?? ""}/`);
    await expect(page.getByRole("button", { name: "Save" })).toBeHidden();
  });
});
