import { cpSync, mkdtempSync, readFileSync, realpathSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import type { List } from "../../src/offline/edition.ts";
import { LIST_FILE } from "../../src/offline/edition.ts";
import { BELOW, builtDir, isBuilt } from "./builds.ts";
import type { Meddler } from "./serve.ts";
import { serve } from "./serve.ts";
import { readSite } from "./site.ts";

/** Reading with the network gone: a server of each test's own, which is really stopped. */

/**
 * One test of workers in some hundred waits in vain. A debugger, which Playwright attaches to each, is known to hold them
 * at times; that it was the cause is not proven. They have a second try.
 */
const RETRIES = 1;

/** Lets the tests of a file have service workers, and `timeout` milliseconds each. */
export function allowWorkers(timeout: number): void {
  test.use({ serviceWorkers: "allow" });
  test.describe.configure({ timeout, retries: RETRIES });
}

/** Where a site may stand. */
export const SITES = [
  { name: "at the root", base: "/", dir: () => readSite().dir },
  ...(isBuilt(BELOW.name)
    ? [{ name: "below a base path", base: "/carrel/", dir: () => builtDir(BELOW.name) }]
    : []),
];

let server: Server | undefined;

/** Starts the test's server; gives the site's address. `meddler` may answer in its place. */
export async function start(
  dir: string,
  { base = "/", meddler }: { base?: string; meddler?: Meddler } = {},
): Promise<string> {
  const started = await serve(dir, base, 0, meddler);
  server = started.server;
  return started.url;
}

/** Ends the server and every connection that is still open. */
export async function stop(): Promise<void> {
  const running = server;
  server = undefined;
  if (!running) return;
  const closed = new Promise((resolve) => running.close(resolve));
  running.closeAllConnections();
  await closed;
}

/** Errors that the console shows and pages throw. */
export function listenForErrors(page: Page): { at: string; fault: string }[] {
  const faults: { at: string; fault: string }[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push({ at: page.url(), fault: message.text() });
  });
  page.on("pageerror", (error) => faults.push({ at: page.url(), fault: error.message }));
  return faults;
}

/** Where `data-offline` stands. */
export const state = (page: Page) => page.locator("html");

/** The footer's line about reading offline. */
export const sign = (page: Page) => page.locator("[data-offline-sign]");

/** Waits until all of the site is on the device. */
export const expectReady = (page: Page) =>
  expect(state(page)).toHaveAttribute("data-offline", "ready", { timeout: 60_000 });

/** Visits the site and waits until all of it is on the device. */
export async function saveSite(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expectReady(page);
}

/** The reader's browser asks for less data: nothing is kept unasked. */
export const saveData = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { get: () => ({ saveData: true }) });
  });

/** Opens a search and gives the keys that it found. */
export async function search(page: Page, url: string, query: string): Promise<string[]> {
  await page.goto(`${url}search/?${query}`);
  await expect(page.locator("#results"), query).toHaveAttribute("data-state", "ready");
  return page
    .locator("#results li[data-key]")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-key") ?? ""));
}

/** A copy of a built site that a test may change. */
export function copySite(from = readSite().dir): string {
  const dir = mkdtempSync(join(tmpdir(), "carrel-offline-"));
  cpSync(realpathSync(from), dir, { recursive: true });
  return dir;
}

/** Opens every file that a site's edition has by a script; gives those that are not, byte for byte, what was built. */
export function findDifferent(page: Page, url: string, dir: string): Promise<string[]> {
  const { files } = JSON.parse(gunzipSync(readFileSync(join(dir, LIST_FILE))).toString()) as List;
  // The search's own pointer is asked for together with the engine that reads it: searches show that one.
  const asked = files.filter(([path]) => path !== "search/index.json");
  return page.evaluate(
    async ({ from, entries }) => {
      const hex = (bytes: ArrayBuffer) =>
        Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
      const wrong: string[] = [];
      const queue = entries[Symbol.iterator]();
      const work = async () => {
        for (const [path, digest] of queue) {
          const address = encodeURI(path.replace(/(^|\/)index\.html$/u, "$1"));
          const body = await fetch(from + address).then(
            (response) => (response.ok ? response.arrayBuffer() : undefined),
            () => undefined,
          );
          const found = body && hex(await crypto.subtle.digest("SHA-256", body));
          if (!found?.startsWith(digest)) wrong.push(path);
        }
      };
      await Promise.all(Array.from({ length: 8 }, work));
      return wrong;
    },
    { from: url, entries: asked.map(([path, digest]) => [path, digest] as const) },
  );
}
