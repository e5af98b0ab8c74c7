import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { readEdition } from "../src/offline/build/write-edition.ts";
import { expectNone } from "./lib/expect-none.ts";
import type { Host } from "./lib/host.ts";
import { startHost } from "./lib/host.ts";
import {
  allowWorkers,
  copySite,
  expectReady,
  saveData,
  saveSite,
  search,
  sign,
  state,
} from "./lib/offline.ts";
import { paperPages, readSite } from "./lib/site.ts";

/** How the parts of a site come to a reader: broken off, refused, replaced, stopped and resumed. */
allowWorkers(120_000);

let host: Host;
test.beforeEach(async () => {
  host = await startHost(readSite().dir);
});
const copies: string[] = [];
test.afterEach(async () => {
  await host.stop();
  for (const dir of copies.splice(0)) rmSync(dir, { recursive: true });
});

const paper = () => paperPages(readSite())[7]?.path ?? "";
const isPack = (path: string) => path.includes(".tar.gz");
const isPart = (path: string) => path.includes("offline/parts/");

for (const misdeed of ["busy", "portal", "hang up", "not there"] as const)
  test(`where the archive cannot be had (${misdeed}), its parts are fetched one by one`, async ({
    page,
  }) => {
    host.misbehave((path) => (isPack(path) ? misdeed : undefined));
    await saveSite(page, host.url);
    await host.stop();
    await page.goto(host.url + paper());
    await expect(page.locator("#s1")).toBeVisible();
  });

for (const { misdeed, words } of [
  { misdeed: "portal", words: "not what the site had sent" },
  { misdeed: "busy", words: "The network went away" },
] as const)
  test(`parts that are ${misdeed === "portal" ? "pages of somebody else" : "not to be had"} are never used, and the reader is told`, async ({
    page,
  }) => {
    host.misbehave((path) => (isPack(path) || isPart(path) ? misdeed : undefined));
    await page.goto(host.url);
    await expect(sign(page)).toContainText(words, { timeout: 30_000 });
    await expect(state(page)).toHaveAttribute("data-offline", "off");
    host.misbehave(() => undefined);
    await page.goto(host.url + paper());
    await expectReady(page);
  });

/** Changes files of a copied site's, and serves it in the place of the other. */
function spoil(name: RegExp, change: (content: Buffer) => Buffer): void {
  const dir = copySite();
  copies.push(dir);
  for (const file of readSite().files.filter((each) => name.test(each))) {
    const path = join(dir, file);
    // A copy may share its bytes with what it was copied from.
    const content = readFileSync(path);
    rmSync(path);
    writeFileSync(path, change(content));
  }
  host.deploy(dir);
}

const flip = (content: Buffer) =>
  Buffer.concat([content.subarray(0, 500), Buffer.of(1, 2, 3), content.subarray(503)]);

for (const { name, change } of [
  { name: "cut short", change: (pack: Buffer) => pack.subarray(0, pack.length / 2) },
  { name: "with a byte changed", change: flip },
])
  test(`an archive ${name} is used as far as it is right; parts bring the rest`, async ({
    page,
  }) => {
    spoil(/tar\.gz$/u, change);
    await saveSite(page, host.url);
    expect(host.asked.some(isPart)).toBe(true);
    await host.stop();
    await page.goto(host.url + paper());
    await expect(page.locator("#s1")).toBeVisible();
  });

test("parts of another digest are never used, and the reader is told", async ({ page }) => {
  spoil(/tar\.gz$|offline\/parts\//u, flip);
  await page.goto(host.url);
  await expect(sign(page)).toContainText("not what the site had sent");
  await expect(state(page)).toHaveAttribute("data-offline", "off");
});

test("a host that puts something of its own into pages is not taken for an update", async ({
  page,
}) => {
  spoil(/\.html$/u, (html) => Buffer.concat([html, Buffer.from("<!-- counted -->")]));
  await saveSite(page, host.url);
  await page.goto(host.url + paper());
  await expect(sign(page)).toContainText("Saved for offline");
  await expect(page.getByRole("button", { name: "Updated: reload" })).toBeHidden();
  await host.stop();
  await page.reload();
  await expect(page.locator("#s1")).toBeVisible();
});

test("a list of files that is somebody else's page is never used", async ({ page }) => {
  host.misbehave((path) => (path.startsWith("offline/list") ? "portal" : undefined));
  await page.goto(host.url);
  await expect(sign(page)).toContainText("not what the site had sent");
  await expect(state(page)).toHaveAttribute("data-offline", "off");
});

for (const misdeed of ["busy", "hang up"] as const)
  test(`a kept site stands in for a host that only answers so: ${misdeed}`, async ({ page }) => {
    await saveSite(page, host.url);
    host.misbehave(() => misdeed);
    const wrong: { at: string; fault: string }[] = [];
    for (const path of [paper(), "", "topics/", "papers/page/2/", "search/?q=scaling"]) {
      await page.goto(host.url + path);
      const waited = await page.evaluate(
        () =>
          performance
            .getEntriesByType("navigation")
            .map((entry) => entry.toJSON() as { responseStart: number })[0]?.responseStart ??
          Infinity,
      );
      if (waited > 3000) wrong.push({ at: path, fault: `came after ${waited.toFixed(0)} ms` });
      if ((await page.locator("html[data-offline]").count()) === 0)
        wrong.push({ at: path, fault: "is somebody else's page" });
    }
    expectNone(wrong);
    await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
  });

test("a captive portal's page is shown where nothing is kept, and never remembered", async ({
  page,
}) => {
  await saveData(page);
  await page.goto(host.url);
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await page.reload();
  host.misbehave(() => "portal");
  await page.goto(host.url + paper());
  await expect(page.locator("h1")).toHaveText("Log in");
  // What was read before is better than a portal, or a host that is busy.
  for (const misdeed of ["portal", "busy"] as const) {
    host.misbehave(() => misdeed);
    await page.goto(host.url);
    await expect(page.getByRole("main").getByRole("searchbox")).toBeVisible();
  }
  await host.stop();
  await page.goto(host.url + paper());
  await expect(page.locator("h1")).toContainText("not on this device");
  await page.goto(host.url);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("not on this device");
});

test("a save can be stopped and resumed, and nothing comes twice", async ({ page }) => {
  await saveData(page);
  let left = 30;
  const came = new Set<string>();
  host.misbehave((path) => {
    if (isPack(path)) return "not there";
    if (!isPart(path)) return undefined;
    if (left-- <= 0) return "silent";
    came.add(path);
    return undefined;
  });
  await page.goto(`${host.url}offline/`);
  await page.getByRole("button", { name: /Keep this site offline \(\d\.\d MB\)/u }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect.poll(() => left).toBeLessThan(0);
  await expect(sign(page)).toContainText(/Saving for offline: \d+\sKB of \d\.\d\sMB/u);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(sign(page)).toContainText(/stopped at \d+\sKB of \d\.\d\sMB/u);
  await expect(state(page)).toHaveAttribute("data-offline", "off");
  await page.reload();
  await expect(sign(page)).toContainText(/stopped/u);

  host.misbehave((path) => (isPack(path) ? "not there" : undefined));
  const since = host.asked.length;
  await page.getByRole("button", { name: /Go on \(\d\.\d MB left\)/u }).click();
  await expectReady(page);
  expect(host.asked.slice(since).filter((path) => came.has(path))).toEqual([]);
});

test("a reader keeps a topic alone, and later the rest", async ({ page }) => {
  await saveData(page);
  await page.goto(`${host.url}offline/`);
  const topics = page.getByRole("group", { name: /keep single topics/u });
  await topics.getByRole("checkbox", { name: /Scaling laws/iu }).check();
  host.takeBytes();
  await page.getByRole("button", { name: "Keep these topics" }).click();
  await expect(sign(page)).toContainText("“Scaling laws” saved for offline");
  await expect(state(page)).toHaveAttribute("data-offline", "off");
  expect(host.takeBytes()).toBeLessThan(readEdition(readSite().dir).size / 2);

  host.misbehave(() => "hang up");
  await page.goto(`${host.url}topics/scaling-laws/`);
  const links = page.getByRole("main").locator("li a[href^='/papers/']");
  await links.first().click();
  await expect(page.locator("#s1")).toBeVisible();
  expect((await search(page, host.url, "q=scaling&topic=scaling-laws")).length).toBeGreaterThan(3);
  await page.goto(`${host.url}authors/`);
  await expect(page.locator("h1")).toBeVisible();
  await page.goto(`${host.url}topics/image-generation/`);
  await expect(page.locator("h1")).toContainText("not on this device");
  await expect(page.getByRole("main")).toContainText("Only “Scaling laws” is saved");
  await expect(page.getByRole("main")).not.toContainText("a search finds every paper");

  host.misbehave(() => undefined);
  await page.goto(`${host.url}offline/`);
  await expect(topics.getByRole("checkbox", { name: /Scaling laws/iu })).toBeChecked();
  await page.getByRole("button", { name: /Keep this site offline/u }).click();
  await expectReady(page);
  // What is here of the topic is not fetched again.
  const parts = host.asked.filter(isPart);
  expect(new Set(parts).size).toBe(parts.length);
});

test("the boxes of topics follow what another tab keeps and forgets, and leave what is being ticked", async ({
  page,
  context,
}) => {
  await saveData(page);
  await page.goto(`${host.url}offline/`);
  const other = await context.newPage();
  await saveData(other);
  await other.goto(`${host.url}offline/`);
  const box = (tab: Page, name: RegExp) => tab.getByRole("checkbox", { name });
  await box(other, /Image generation/u).check();
  await box(page, /Scaling laws/u).check();
  await page.getByRole("button", { name: "Keep these topics" }).click();
  for (const tab of [page, other]) {
    await expect(sign(tab)).toContainText("“Scaling laws” saved for offline");
    await expect(box(tab, /Scaling laws/u)).toBeChecked();
    await expect(box(tab, /Image generation/u)).not.toBeChecked();
  }
  await box(other, /Image generation/u).check();
  // Says once more how things stand.
  await other.evaluate(() => dispatchEvent(new Event("online")));
  await other.waitForLoadState("networkidle");
  await expect(box(other, /Image generation/u)).toBeChecked();
  await page.getByRole("button", { name: "Forget what is saved" }).click();
  await page.getByRole("button", { name: "Really forget?" }).click();
  await expect(other.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
});
