import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { BELOW, builtDir, isBuilt } from "./lib/builds.ts";
import { expectNone } from "./lib/expect-none.ts";
import {
  copySite,
  listenForErrors,
  saveData,
  saveSite,
  start,
  state,
  stop,
} from "./lib/offline.ts";
import { isRedirect, keyOf, paperPages, readSite } from "./lib/site.ts";
import { projectDir } from "./lib/stage.ts";
import { bundleWorker } from "../src/offline/build/bundle-worker.ts";

test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 180_000 });
test.afterEach(stop);

/** Searches with facets, operators, misspelt words and short forms. */
const SEARCHES = [
  "q=scaling+law",
  "q=low-rank+adaptation",
  "q=difusion",
  "q=peft",
  "q=%22scaling+law%22",
  "q=adam&topic=optimization",
  "q=training&year=2024..2024",
  "q=language+models&sort=newest",
  "q=author%3Akim",
  "topic=scaling-laws",
];

for (const { name, build, base } of [
  { name: "at the root", build: undefined, base: "/" },
  { name: "below a base path", build: BELOW.name, base: "/carrel/" },
])
  test(`after one visit all of the site works without a server, ${name}`, async ({ page }) => {
    test.skip(build !== undefined && !isBuilt(build), "only `npm test` builds it");
    const site = readSite();
    const dir = build === undefined ? site.dir : builtDir(build);
    const url = await start(dir, { base });
    const faults = listenForErrors(page);
    await saveSite(page, url);
    await stop();

    const wrong: { at: string; fault: string }[] = [];
    const pages = site.pages.filter(
      (each) =>
        keyOf(each) !== undefined ||
        (!isRedirect(each) && /^(?:(?:papers|topics|tags|years|venues)\/|$)/u.test(each.path)) ||
        /^(?:authors|about|help|search|offline)\/$/u.test(each.path),
    );
    expect(pages.length).toBeGreaterThan(paperPages(site).length);
    // Addresses are the base path's matter: a few of each kind show it.
    const opened = build === undefined ? pages : pages.filter((_, at) => at % 12 === 0);
    for (const { path } of opened) {
      await page.goto(url + path, { waitUntil: "domcontentloaded" });
      const title = await page.locator("h1").first().textContent();
      if (!title?.trim()) wrong.push({ at: path, fault: "no heading" });
    }
    expectNone(wrong);
    await expect(state(page)).toHaveAttribute("data-offline", "ready");

    for (const query of SEARCHES) {
      await page.goto(`${url}search/?${query}`);
      await expect(page.locator("#results"), query).toHaveAttribute("data-state", "ready");
      expect(await page.locator("#results li[data-key]").count(), query).toBeGreaterThan(0);
    }
    await page.locator("#results li[data-key] a").first().click();
    await expect(page.locator("#s1")).toBeVisible();
    await page.reload();
    await expect(page.locator("#s1")).toBeVisible();
    await page.goBack();
    await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
    await page.goto(`${url}?from=elsewhere`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

    const keys = paperPages(site).map((each) => keyOf(each) ?? "");
    const files = keys.flatMap((key) => ["bib", "ris", "json", "md"].map((end) => `${key}.${end}`));
    const lost = await page.evaluate(
      async ({ from, names }) => {
        const answers = await Promise.all(
          names.map(async (each) => {
            const response = await fetch(`${from}papers/${each}`);
            return response.ok && (await response.text()).includes(each.replace(/\.\w+$/u, ""));
          }),
        );
        return names.filter((_, at) => !answers[at]);
      },
      { from: url, names: files.filter((file) => !file.endsWith(".ris") && !file.endsWith(".md")) },
    );
    expect(lost).toEqual([]);

    await page.goto(`${url}papers/nobody1900nothing/`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("not on this device");
    await page.getByRole("main").getByRole("searchbox").fill("scaling");
    await page.keyboard.press("Enter");
    await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
    expectNone(faults);
  });

test("a reader who saves data is asked, and what is kept can be forgotten", async ({ page }) => {
  await saveData(page);
  const url = await start(readSite().dir);
  await page.goto(`${url}offline/`);
  const keep = page.getByRole("button", { name: /Keep this site offline/u });
  await expect(keep).toContainText("MB");
  await expect(state(page)).toHaveAttribute("data-offline", "off");
  await keep.click();
  await expect(state(page)).toHaveAttribute("data-offline", "ready", { timeout: 60_000 });
  await page.getByRole("button", { name: "Forget what is saved" }).click();
  await expect(state(page)).toHaveAttribute("data-offline", "off");
  const left = await page.evaluate(async () => {
    const names = await caches.keys();
    return names.filter((name) => /parts|visited/u.test(name));
  });
  expect(left).toEqual([]);
});

test("the worker goes, with all that it kept, where it is not wanted any more", async ({
  page,
}) => {
  const dir = copySite();
  const farewell = await bundleWorker(projectDir, "farewell");
  const url = await start(dir);
  await saveSite(page, url);
  writeFileSync(join(dir, "sw.js"), farewell);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect
    .poll(() =>
      page.evaluate(async () => ({
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        caches: await caches.keys(),
      })),
    )
    .toEqual({ workers: 0, caches: [] });
  rmSync(dir, { recursive: true });
});
