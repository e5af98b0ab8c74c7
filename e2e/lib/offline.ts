import { cpSync, mkdtempSync, realpathSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Meddler } from "./serve.ts";
import { serve } from "./serve.ts";
import { readSite } from "./site.ts";

/** Reading with the network gone: a server of each test's own, which is really stopped. */

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
