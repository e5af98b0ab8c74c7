import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { BELOW, builtDir, isBuilt } from "./lib/builds.ts";
import { expectNone } from "./lib/expect-none.ts";
import {
  copySite,
  keptVersion,
  listenForErrors,
  listenToServer,
  saveSite,
  start,
  state,
  stop,
} from "./lib/offline.ts";
import { isRedirect, keyOf, paperPages, readSite } from "./lib/site.ts";
import { projectDir } from "./lib/stage.ts";
import { writeEdition } from "../src/offline/build/write-edition.ts";
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
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { get: () => ({ saveData: true }) });
  });
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
    return names.filter((name) => /files|visited/u.test(name));
  });
  expect(left).toEqual([]);
});

/** Deploys a change of the copied site: a page other, one gone, one new. */
async function deployNext(dir: string, changed: string, removed: string, added: string) {
  const page = readFileSync(join(dir, changed, "index.html"), "utf8");
  mkdirSync(join(dir, added), { recursive: true });
  writeFileSync(join(dir, added, "index.html"), page.replace(/<h1/u, "<h1 data-added"));
  writeFileSync(join(dir, changed, "index.html"), page.replace(/<h1/u, "<h1 data-changed"));
  rmSync(join(dir, removed), { recursive: true });
  return writeEdition(dir, { base: "/", limit: 5e6 });
}

test("a deploy arrives as a difference, in open tabs and in closed ones", async ({ context }) => {
  const dir = copySite();
  const papers = paperPages(readSite()).map(({ path }) => path);
  const [changed = "", removed = ""] = papers;
  const open = await context.newPage();
  const url = await start(dir);
  await saveSite(open, url + changed);
  const { version: next } = await deployNext(dir, changed, removed, "papers/new2026paper/");
  const asked = listenToServer();
  const other = await context.newPage();
  await other.goto(url);
  await expect.poll(() => keptVersion(other), { timeout: 30_000 }).toBe(next);
  expect(asked.filter(({ path }) => path.includes("site.tar.gz"))).toEqual([]);
  await open.getByRole("button", { name: "Updated: reload" }).click();
  await expect(open.locator("h1[data-changed]")).toBeVisible();
  await stop();
  await other.goto(`${url}papers/new2026paper/`);
  await expect(other.locator("h1[data-added]")).toBeVisible();
  await other.goto(url + removed);
  await expect(other.locator("h1")).toContainText("not on this device");
  rmSync(dir, { recursive: true });
});

test("an update that stops half-way leaves what was kept whole", async ({ page }) => {
  const dir = copySite();
  const [changed = "", removed = ""] = paperPages(readSite()).map(({ path }) => path);
  const url = await start(dir);
  await saveSite(page, url);
  await deployNext(dir, changed, removed, "papers/new2026paper/");
  // The new page is promised and does not come.
  rmSync(join(dir, "papers/new2026paper"), { recursive: true });
  await page.goto(url);
  await expect(state(page)).toHaveAttribute("data-offline", "stale", { timeout: 30_000 });
  await expect(page.locator("[data-offline-sign]")).toContainText("stays for the next attempt");
  await stop();
  await page.goto(url + removed);
  await expect(page.locator("#s1")).toBeVisible();
  await page.goto(`${url}search/?q=scaling`);
  await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
  rmSync(dir, { recursive: true });
});

for (const { name, spoil } of [
  { name: "cut short", spoil: (pack: Buffer) => pack.subarray(0, pack.length / 2) },
  {
    name: "with a byte changed",
    spoil: (pack: Buffer) =>
      Buffer.concat([pack.subarray(0, 5000), Buffer.of(1, 2, 3), pack.subarray(5003)]),
  },
  { name: "replaced by a page", spoil: () => Buffer.from("<html><body>Log in</body></html>") },
])
  test(`a pack ${name} is never used, and the reader is told`, async ({ page }) => {
    const dir = copySite();
    const file = join(dir, "offline/site.tar.gz");
    writeFileSync(file, spoil(readFileSync(file)));
    const url = await start(dir);
    await page.goto(url);
    await expect(page.locator("[data-offline-sign]")).toContainText("not what the site had sent");
    await expect(state(page)).toHaveAttribute("data-offline", "off");
    rmSync(dir, { recursive: true });
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
