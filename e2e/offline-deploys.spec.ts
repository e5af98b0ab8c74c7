import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { readEdition, writeEdition } from "../src/offline/build/write-edition.ts";
import { BELOW, builtDir, isBuilt } from "./lib/builds.ts";
import { ADDED, CHANGED, NEXT, REMOVED } from "./lib/content.ts";
import { expectNone } from "./lib/expect-none.ts";
import type { Host } from "./lib/host.ts";
import { startHost } from "./lib/host.ts";
import {
  allowWorkers,
  copySite,
  expectReady,
  listenForErrors,
  saveData,
  saveSite,
  search,
  sign,
  state,
} from "./lib/offline.ts";
import { readSite } from "./lib/site.ts";

/** A deploy that changes a paper, removes one, adds one and indexes all anew, for readers who keep the site. */
allowWorkers(120_000);
test.skip(!isBuilt(NEXT.name), "only `npm test` builds it");

/**
 * Share of a first visit with its save that this deploy may cost. Three of 63 papers change most pages: whatever
 * is beside them, in the same lists or counted with them.
 */
const UPDATE = 0.6;

const NEW_SENTENCE = "The quagga sentence is new in this edition.";

let host: Host;
test.beforeEach(async () => {
  host = await startHost(readSite().dir);
});
test.afterEach(async () => host.stop());

const partsOf = (asked: readonly string[]) => asked.filter((path) => path.includes("/parts/"));

test("open and closed tabs end on the new edition, and it comes as a difference", async ({
  context,
}) => {
  const closed = await context.newPage();
  await saveSite(closed, host.url);
  const first = host.takeBytes();
  await closed.close();
  const open = await context.newPage();
  const faults = listenForErrors(open);
  await saveSite(open, `${host.url}papers/${CHANGED}/`);
  const twin = await context.newPage();
  await saveSite(twin, `${host.url}papers/${CHANGED}/`);
  expect(await open.getByText(NEW_SENTENCE, { exact: true }).count()).toBe(0);

  host.takeBytes();
  host.deploy(builtDir(NEXT.name));
  const other = await context.newPage();
  await other.goto(`${host.url}help/`);
  const reload = open.getByRole("button", { name: "Updated: reload" });
  await expect(reload).toBeVisible({ timeout: 30_000 });
  const update = host.takeBytes();
  const share = update / first;
  test.info().annotations.push({
    type: "bytes",
    description: `first visit and save ${String(first)}, update ${String(update)}`,
  });
  expect(share).toBeLessThan(UPDATE);
  await reload.click();
  await expect(open.getByText(NEW_SENTENCE, { exact: true })).toBeVisible();
  await expectReady(open);
  await expectReady(other);
  // The twin goes over when its reader says so, and only then.
  expect(await twin.getByText(NEW_SENTENCE, { exact: true }).count()).toBe(0);
  await twin.getByRole("button", { name: "Updated: reload" }).click();
  await expect(twin.getByText(NEW_SENTENCE, { exact: true })).toBeVisible();
  const words = (page: Page) => sign(page).locator("[data-part=text]");
  for (const page of [open, twin]) await expect(words(page)).toContainText("Saved for offline");
  await expect(words(twin)).toHaveText((await words(open).textContent()) ?? "");
  await expect(twin.getByRole("button", { name: "Updated: reload" })).toBeHidden();

  await host.stop();
  const again = await context.newPage();
  await again.goto(`${host.url}papers/${CHANGED}/`);
  await expect(again.getByText(NEW_SENTENCE, { exact: true })).toBeVisible();
  await again.goto(`${host.url}papers/${REMOVED}/`);
  await expect(again.locator("h1")).toContainText("not on this device");
  expect(await search(again, host.url, "q=axolotl")).toEqual([ADDED]);
  expect(await search(again, host.url, "q=quagga")).toContain(CHANGED);
  expect(await search(again, host.url, "q=temperature+scaling+overlaps")).not.toContain(REMOVED);
  expectNone(faults);
});

test("a server that dies during an update leaves the old edition whole; the rest comes later", async ({
  page,
}) => {
  await saveSite(page, host.url);
  host.deploy(builtDir(NEXT.name));
  let left = 20;
  host.misbehave((path) => (path.includes("/parts/") && left-- <= 0 ? "hang up" : undefined));
  const before = host.asked.length;
  await page.goto(`${host.url}help/`);
  await expect(sign(page)).toContainText("What came stays", { timeout: 30_000 });
  await expect(state(page)).toHaveAttribute("data-offline", "stale");
  const came = new Set(partsOf(host.asked.slice(before)).slice(0, 20));

  host.misbehave(() => "hang up");
  await page.goto(`${host.url}papers/${REMOVED}/`);
  await expect(page.locator("#s1")).toBeVisible();
  await page.goto(`${host.url}papers/${CHANGED}/`);
  await expect(page.locator("#s1")).toBeVisible();
  expect(await page.getByText(NEW_SENTENCE, { exact: true }).count()).toBe(0);
  expect(await search(page, host.url, "q=axolotl&sort=newest")).not.toContain(ADDED);

  host.misbehave(() => undefined);
  const since = host.asked.length;
  await page.goto(`${host.url}papers/${CHANGED}/`);
  await expectReady(page);
  await expect(page.getByText(NEW_SENTENCE, { exact: true })).toBeVisible();
  const again = partsOf(host.asked.slice(since)).filter((path) => came.has(path));
  expect(again).toEqual([]);
  expect(readEdition(builtDir(NEXT.name)).version).not.toBe(readEdition(readSite().dir).version);
});

test("a search that is open while an update arrives goes on with the index that it began with", async ({
  page,
  context,
}) => {
  const faults = listenForErrors(page);
  await saveSite(page, `${host.url}search/?q=scaling`);
  await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
  host.deploy(builtDir(NEXT.name));
  const other = await context.newPage();
  await other.goto(`${host.url}help/`);
  await expect(page.getByRole("button", { name: "Updated: reload" })).toBeVisible({
    timeout: 30_000,
  });
  await other.close();
  await host.stop();
  for (const words of ["quantization", "diffusion models", "low-rank adaptation"]) {
    await page.getByRole("main").getByRole("searchbox").fill(words);
    await expect(page).toHaveURL(new RegExp(words.replaceAll(" ", "(?:\\+|%20)"), "u"));
    await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
    expect(await page.locator("#results li[data-key]").count(), words).toBeGreaterThan(0);
  }
  await page.reload();
  await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
  expectNone(faults);
});

test("a host that lets answers be kept for ten minutes holds no reader back", async ({
  context,
}) => {
  await host.stop();
  host = await startHost(readSite().dir, "/", "max-age=600");
  const open = await context.newPage();
  await saveSite(open, `${host.url}papers/${CHANGED}/`);
  await open.reload();
  host.deploy(builtDir(NEXT.name));
  const other = await context.newPage();
  await other.goto(`${host.url}help/`);
  const reload = open.getByRole("button", { name: "Updated: reload" });
  await expect(reload).toBeVisible({ timeout: 30_000 });
  await other.goto(`${host.url}papers/${CHANGED}/`);
  await expect(other.getByText(NEW_SENTENCE, { exact: true })).toBeVisible();
  await reload.click();
  await expect(open.getByText(NEW_SENTENCE, { exact: true })).toBeVisible();
  await expectReady(open);
  await expect(sign(open)).toContainText("Saved for offline");
  await expect(reload).toBeHidden();
});

test("who saves data is told of an update and gets it when they say so; it can be stopped", async ({
  page,
}) => {
  await saveSite(page, host.url);
  await saveData(page);
  host.deploy(builtDir(NEXT.name));
  const before = host.asked.length;
  await page.goto(`${host.url}offline/`);
  await expect(sign(page)).toContainText("There is an update.");
  await expect(state(page)).toHaveAttribute("data-offline", "stale");
  expect(partsOf(host.asked.slice(before))).toEqual([]);

  let left = 5;
  host.misbehave((path) => (path.includes("/parts/") && left-- <= 0 ? "silent" : undefined));
  await page.getByRole("button", { name: "Update now" }).click();
  await expect(sign(page)).toContainText(/More is on its way: \d\.\d\sMB of \d\.\d\sMB/u);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(sign(page)).toContainText("There is an update.");
  await page.goto(`${host.url}papers/${REMOVED}/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  host.misbehave(() => undefined);
  await page.goto(`${host.url}offline/`);
  await page.getByRole("button", { name: "Update now" }).click();
  await expectReady(page);
  await host.stop();
  await page.goto(`${host.url}papers/${CHANGED}/`);
  await expect(page.getByText(NEW_SENTENCE, { exact: true })).toBeVisible();
});

test("a deploy arrives below a base path too", async ({ context }) => {
  test.skip(!isBuilt(BELOW.name), "only `npm test` builds it");
  await host.stop();
  const below = builtDir(BELOW.name);
  host = await startHost(below, "/carrel/");
  const next = copySite(below);
  const file = join(next, `papers/${CHANGED}/index.html`);
  const html = readFileSync(file, "utf8");
  // A copy may share its bytes with what it was copied from.
  rmSync(file);
  writeFileSync(file, html.replace("</main>", `<p>${NEW_SENTENCE}</p></main>`));
  rmSync(join(next, `papers/${REMOVED}`), { recursive: true });
  await writeEdition(next, { base: "/carrel/", limit: 5e6 });

  const open = await context.newPage();
  const faults = listenForErrors(open);
  await saveSite(open, `${host.url}papers/${CHANGED}/`);
  host.deploy(next);
  const other = await context.newPage();
  await other.goto(`${host.url}help/`);
  await open.getByRole("button", { name: "Updated: reload" }).click({ timeout: 30_000 });
  await expect(open.getByText(NEW_SENTENCE, { exact: true })).toBeVisible();
  await host.stop();
  await other.goto(`${host.url}papers/${CHANGED}/`);
  await expect(other.getByText(NEW_SENTENCE, { exact: true })).toBeVisible();
  await other.goto(`${host.url}papers/${REMOVED}/`);
  await expect(other.getByRole("heading", { level: 1 })).toContainText("not on this device");
  expectNone(faults);
  rmSync(next, { recursive: true });
});
