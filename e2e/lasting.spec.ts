import { expect, test } from "@playwright/test";
import { builtDir, isBuilt } from "./lib/builds.ts";
import { CHANGED, NEXT, RECALLED, RENAMED } from "./lib/content.ts";
import { expectNone } from "./lib/expect-none.ts";
import type { Host } from "./lib/host.ts";
import { startHost } from "./lib/host.ts";
import { keyOf, paperPages, readSite } from "./lib/site.ts";

/** What was pointed at before a day's work is still there after it: a renamed key, a reworded and an added sentence, a withdrawn paper. */

test.skip(!isBuilt(NEXT.name), "only `npm test` and `node e2e/lib/prepare.ts` build this");

const before = () => readSite();
const after = () => readSite(NEXT.name);
const text = (site: ReturnType<typeof readSite>, file: string) => site.read(file).toString("utf8");

/** Ids of a paper's sentences by their words, in order. */
const marksOf = (site: ReturnType<typeof readSite>, key: string): string[] => {
  const page = paperPages(site).find((each) => keyOf(each) === key);
  return Array.from(page?.html.matchAll(/ id="(q[\da-z]{5})"/gu) ?? [], ([, id = ""]) => id);
};

test("sentences keep their ids when their paper gets another key, others change and one is added", () => {
  const [reworded, ...kept] = marksOf(before(), RENAMED.from);
  expect(kept.length).toBeGreaterThan(3);
  const now = marksOf(after(), RENAMED.to);
  expect(now.slice(1)).toEqual(kept);
  expect(now).not.toContain(reworded);
  expect(marksOf(after(), CHANGED).slice(0, -1)).toEqual(marksOf(before(), CHANGED));
});

test("feeds call no paper by another name because its key changed; a withdrawn one is not in them", () => {
  const idsIn = (site: ReturnType<typeof readSite>, file: string) => {
    const { items } = JSON.parse(text(site, file)) as { items: { id: string; url: string }[] };
    return new Map(items.map(({ id, url }) => [/([^/]+)\/$/u.exec(url)?.[1] ?? "", id]));
  };
  const feeds = before().files.filter(
    (file) => file.endsWith("feed.json") && after().files.includes(file),
  );
  let seen = 0;
  const faults = feeds.flatMap((file) => {
    const [then, now] = [idsIn(before(), file), idsIn(after(), file)];
    return [...then].flatMap(([key, id]) => {
      const present = now.get(key === RENAMED.from ? RENAMED.to : key);
      if (key === RENAMED.from && present !== undefined) seen += 1;
      return present === undefined || present === id
        ? []
        : [{ at: file, fault: `${id} is now ${present}` }];
    });
  });
  expectNone(faults);
  expect(seen).toBeGreaterThan(1);
  for (const file of feeds) expect(text(after(), file), file).not.toContain(RECALLED.key);
});

test("old citation files and addresses lead to what they named", () => {
  for (const format of ["bib", "ris", "json", "md"])
    expect(text(after(), `papers/${RENAMED.from}.${format}`)).toContain(RENAMED.to);
  expect(text(after(), "_redirects")).toContain(
    `/papers/${RENAMED.from}/ /papers/${RENAMED.to}/ 301`,
  );
});

test.describe("in a browser that was there before", () => {
  let host: Host;
  test.beforeEach(async () => {
    host = await startHost(before().dir);
  });
  test.afterEach(async () => host.stop());

  test("links to sentences and a reading list with notes follow", async ({ page }) => {
    for (const key of [RECALLED.key, RENAMED.from]) {
      await page.goto(`${host.url}papers/${key}/`);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("button", { name: "Save", pressed: true })).toBeVisible();
    }
    await page.goto(`${host.url}library/`);
    const rows = page.locator("#rows > li");
    await rows
      .first()
      .getByRole("button", { name: /^Note on/u })
      .click();
    await page.keyboard.type("mine");
    await page.keyboard.press("Tab");
    // The list asks papers' pages once a week what became of them: a week later.
    await page.evaluate(() => {
      for (const [name, entry] of Object.entries(localStorage))
        localStorage.setItem(
          name,
          (entry as string).replace(/"checked":"[^"]*"/u, '"checked":"2020-01-01"'),
        );
    });
    host.deploy(builtDir(NEXT.name));

    const [, second = ""] = marksOf(before(), RENAMED.from);
    await page.goto(`${host.url}papers/${RENAMED.from}/#${second}`);
    await expect(page).toHaveURL(`${host.url}papers/${RENAMED.to}/#${second}`);
    await expect(page.locator(`#${second}`)).toBeInViewport();
    await expect(page.getByText("has changed since")).toBeHidden();
    const [first = ""] = marksOf(before(), RENAMED.from);
    await page.goto(`${host.url}about/`);
    await page.goto(`${host.url}papers/${RENAMED.from}/#${first}`);
    await expect(page.getByText("has changed since")).toBeVisible();

    await page.goto(`${host.url}library/`);
    await expect(rows.first()).toHaveAttribute("data-key", RENAMED.to);
    await expect(rows.first().getByRole("textbox")).toHaveValue("mine");
    await expect(rows.last()).toHaveAttribute("data-key", RECALLED.key);
    await expect(rows.last()).toContainText(RECALLED.why);
  });
});
