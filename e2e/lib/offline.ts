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

/** Starts the test's server; gives the site's address. What it sends can be heard through `onRequest`. */
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

/** Answers of the server from now on: path with query, and bytes of the body once it is sent. */
export function listenToServer(): { path: string; bytes: number }[] {
  const answers: { path: string; bytes: number }[] = [];
  server?.on("request", (request, response) => {
    response.once("close", () => {
      const bytes = Number(response.getHeader("content-length") ?? 0);
      answers.push({ path: request.url ?? "", bytes });
    });
  });
  return answers;
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

/** Visits the site and waits until all of it is on the device. */
export async function saveSite(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(state(page)).toHaveAttribute("data-offline", "ready", { timeout: 60_000 });
}

/** A copy of a built site that a test may change. */
export function copySite(from = readSite().dir): string {
  const dir = mkdtempSync(join(tmpdir(), "carrel-offline-"));
  cpSync(realpathSync(from), dir, { recursive: true });
  return dir;
}

/** The edition that this origin's worker says it keeps. */
export const keptVersion = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const record = await caches.match(new URL(".kept/record", location.origin + "/").href, {
      cacheName: names.find((name) => name.endsWith(":state")) ?? "",
    });
    const { kept } = ((await record?.json()) ?? {}) as { kept?: { version: string } };
    return kept?.version;
  });
