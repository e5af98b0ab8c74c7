import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import type { BrowserContext, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { readEdition } from "../../src/offline/build/write-edition.ts";
import type { List } from "../../src/offline/edition.ts";
import { LIST_FILE } from "../../src/offline/edition.ts";
import { BROWSER_ARGS, presentBrowser } from "../lib/browser.ts";
import { startHost } from "../lib/host.ts";

/**
 * `npm run bench:offline -- DIST`: what it costs to keep a built site, and what it is like afterwards. A real
 * browser keeps it from a server on this machine; then the server is stopped.
 */

/** Searches of one word, several, with a filter, misspelt. */
const SEARCHES = [
  "q=transformer",
  "q=scaling+law+of+models",
  "q=pruning&year=2019..2021",
  "q=difusion",
];

/** Milliseconds that a site may take to be kept. */
const LIMIT = 15 * 60 * 1000;

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const say = (name: string, value: string) => {
  console.log(`${name.padEnd(44)} ${value}`);
};

/** Most memory that any of the browser's processes for pages and workers ever had; Linux alone says it. */
async function peakMemory(context: BrowserContext): Promise<number | undefined> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {};
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => {
      try {
        const status = readFileSync(`/proc/${String(id)}/status`, "utf8");
        return Number(/VmHWM:\s*(\d+)/u.exec(status)?.[1]) * 1024;
      } catch {
        return NaN;
      }
    });
  const known = peaks.filter((each) => !Number.isNaN(each));
  return known.length === 0 ? undefined : Math.max(...known);
}

const sayMemory = async (name: string, context: BrowserContext) => {
  const peak = await peakMemory(context);
  say(name, peak === undefined ? "not known on this system" : megabytes(peak));
};

/** Milliseconds until what a page shows is there. */
async function timeOpening(page: Page, url: string, shown: string): Promise<number> {
  const from = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(shown).first().waitFor({ timeout: 60_000 });
  return performance.now() - from;
}

const { positionals } = parseArgs({ allowPositionals: true });
const dir = resolve(positionals[0] ?? "dist");
const edition = readEdition(dir);
const list = JSON.parse(gunzipSync(readFileSync(join(dir, LIST_FILE))).toString()) as List;
const files = list.files.map(([path]) => path);
const papers = files.filter(
  (path) =>
    /^papers\/(?!page\/)[^/]+\/index\.html$/u.test(path) &&
    readFileSync(join(dir, path), "utf8").includes("<article"),
);
say("papers, files", `${String(papers.length)}, ${String(files.length)}`);
say("files as they are", megabytes(list.files.reduce((sum, entry) => sum + entry[2], 0)));
say(
  "packed",
  `${megabytes(edition.size)}, ${String(list.parts.length)} parts, ${String(list.packs.length)} archives`,
);
say("list of the files", megabytes(statSync(join(dir, LIST_FILE)).size));
say(
  "asked at every visit (edition.json)",
  `${String(statSync(join(dir, "offline/edition.json")).size)} bytes`,
);

const host = await startHost(dir);
const path = presentBrowser();
const browser = await chromium.launch({
  args: BROWSER_ARGS,
  ...(path === undefined ? {} : { executablePath: path }),
});
try {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT);
  await page.goto(`${host.url}help/`);
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await sayMemory("memory of the page before", context);
  host.takeBytes();
  const from = performance.now();
  await page.goto(`${host.url}offline/`);
  if (!edition.auto) await page.getByRole("button", { name: /Keep this site offline/u }).click();
  await page.locator("html[data-offline=ready]").waitFor();
  say("time to save", seconds(performance.now() - from));
  say("bytes sent", megabytes(host.takeBytes()));
  await sayMemory("memory of the page, most", context);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  say("room that it takes in the browser", megabytes(usage));

  await host.stop();
  for (let count = 0; count < 3; count++) {
    const paper = papers[Math.floor((papers.length * (count + 0.5)) / 3)] ?? "";
    const opened = await timeOpening(page, host.url + paper.replace("index.html", ""), "#s1, h1");
    say(`offline: ${paper.replace("/index.html", "")}`, seconds(opened));
  }
  for (const query of SEARCHES) {
    const found = await timeOpening(
      page,
      `${host.url}search/?${query}`,
      "#results[data-state=ready]",
    );
    const total = await page.locator("#results").getAttribute("data-total");
    say(`offline: search ${query}`, `${seconds(found)}, ${String(total)} papers`);
  }
  await sayMemory("memory of the page, most, after searches", context);
} finally {
  await browser.close();
  await host.stop();
}
