import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { expectNone } from "./lib/expect-none.ts";
import {
  allowWorkers,
  copySite,
  findDifferent,
  listenForErrors,
  saveData,
  saveSite,
  sign,
  SITES,
  start,
  state,
  stop,
} from "./lib/offline.ts";
import { isRedirect, keyOf, paperPages, readSite } from "./lib/site.ts";
import { projectDir } from "./lib/stage.ts";
import { bundleWorker } from "../src/offline/build/bundle-worker.ts";

allowWorkers(400_000);
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

for (const { name, base, dir } of SITES)
  test(`after one visit all of the site works without a server, ${name}`, async ({ page }) => {
    const site = readSite();
    const url = await start(dir(), { base });
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
    // Every file is compared below; that a page is opened by its address is the same for all of a kind.
    const opened = base === "/" ? pages : pages.filter((_, place) => place % 5 === 0);
    for (const { path } of opened) {
      await page.goto(url + path, { waitUntil: "domcontentloaded" });
      const title = await page.locator("h1").first().textContent();
      if (!title?.trim()) wrong.push({ at: path, fault: "no heading" });
    }
    expectNone(wrong);
    await expect(state(page)).toHaveAttribute("data-offline", "ready");
    await expect(sign(page)).toContainText("The site cannot be reached now. Saved for offline");

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

    // Every other page, citation file, feed, picture and piece of the index.
    expect(await findDifferent(page, url, dir())).toEqual([]);

    await page.goto(`${url}papers/nobody1900nothing/`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("not on this device");
    await page.getByRole("main").getByRole("searchbox").fill("scaling");
    await page.keyboard.press("Enter");
    await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
    expectNone(faults);
  });

test("a reader who saves data is asked, and what is kept can be forgotten", async ({ page }) => {
  await saveData(page);
  await page.addInitScript(() => {
    navigator.storage.persist = () => {
      document.body.dataset["persist"] = "asked for";
      return Promise.resolve(true);
    };
  });
  const url = await start(readSite().dir);
  await page.goto(`${url}offline/`);
  const keep = page.getByRole("button", { name: /Keep this site offline/u });
  await expect(keep).toContainText("MB");
  await expect(state(page)).toHaveAttribute("data-offline", "off");
  await expect(page.locator("body")).not.toHaveAttribute("data-persist");
  await keep.click();
  await expect(page.locator("body")).toHaveAttribute("data-persist", "asked for");
  await expect(state(page)).toHaveAttribute("data-offline", "ready", { timeout: 60_000 });
  const forget = page.getByRole("button", { name: "Forget what is saved" });
  await forget.click();
  // Who goes elsewhere takes it back.
  await page.keyboard.press("Tab");
  await expect(forget).toBeVisible();
  await forget.click();
  await expect(state(page)).toHaveAttribute("data-offline", "ready");
  await page.getByRole("button", { name: "Really forget?" }).click();
  await expect(state(page)).toHaveAttribute("data-offline", "off");
  await page.goto(`${url}help/`);
  await expect(sign(page)).toContainText("Not saved for offline: it would take");
  const left = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.endsWith(":shell"));
    const found = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return found.flat();
  });
  // That it was forgotten is all that is remembered.
  expect(left).toEqual([`${url}.kept/record`]);
  await stop();
  await page.goto(`${url}help/`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("not on this device");
});

test("without a network nothing can be kept, and forgetting says what that means", async ({
  page,
  context,
}) => {
  const url = await start(readSite().dir);
  await page.goto(`${url}offline/`);
  await expect(state(page)).toHaveAttribute("data-offline", "ready", { timeout: 60_000 });
  await context.setOffline(true);
  await page.getByRole("button", { name: "Forget what is saved" }).click();
  await page.getByRole("button", { name: /cannot come back while offline/u }).click();
  const keep = page.getByRole("button", { name: /Keep this site offline/u });
  await expect(keep).toBeDisabled();
  await context.setOffline(false);
  await expect(keep).toBeEnabled();
});

for (const { name, base, dir } of SITES)
  test(`the site can be installed and opens on its first page, ${name}`, async ({
    page,
    context,
  }) => {
    const url = await start(dir(), { base });
    await saveSite(page, `${url}help/`);
    const devtools = await context.newCDPSession(page);
    const { url: address, data, errors } = await devtools.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    // Tests run in windows that leave no trace, where no browser installs anything.
    expect(
      installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"),
    ).toEqual([]);
    const manifest = JSON.parse(data ?? "") as {
      start_url: string;
      scope: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(new URL(manifest.start_url, address).href).toBe(url);
    expect(new URL(manifest.scope, address).href).toBe(url);
    for (const { src, sizes } of manifest.icons) {
      const size = await page.evaluate(async (at) => {
        const picture = await createImageBitmap(await (await fetch(at)).blob());
        return `${String(picture.width)}x${String(picture.height)}`;
      }, new URL(src, address).href);
      expect(size, src).toBe(sizes);
    }
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
    await stop();
    await page.goto(new URL(manifest.start_url, address).href);
    await expect(page.getByRole("main").getByRole("searchbox")).toBeVisible();
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
