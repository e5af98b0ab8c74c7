import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { openFirefox, presentFirefox } from "../browsers/firefox.ts";
import { BROWSER_ARGS, presentBrowser } from "../lib/browser.ts";

/**
 * `npm run bench:pocket -- FILE`: how large the one file is that carries a collection, and how long its first
 * page and its searches take from `file://`, in Chromium and in Firefox if there is one.
 */

const SEARCHES = [
  "transformer",
  "scaling law of models",
  "difusion",
  "pruning networks",
  "attention",
];

/** A browser with one page. */
interface Reader {
  name: string;
  open(url: string): Promise<void>;
  run(task: (words: string) => Promise<number>, words: string): Promise<number>;
  close(): Promise<void>;
}

async function openChromium(): Promise<Reader> {
  const path = presentBrowser();
  const browser = await chromium.launch({
    args: BROWSER_ARGS,
    ...(path === undefined ? {} : { executablePath: path }),
  });
  const page = await browser.newPage();
  return {
    name: `Chromium ${browser.version()}`,
    open: async (url) => {
      await page.goto(url);
    },
    run: (task, words) => page.evaluate(task, words),
    close: () => browser.close(),
  };
}

async function openFox(path: string): Promise<Reader> {
  const tab = await openFirefox(path);
  return {
    name: "Firefox",
    open: (url) => tab.open(url),
    run: (task, words) => tab.evaluate(task, words),
    close: () => tab.close(),
  };
}

/** Milliseconds from the start of the navigation to a drawn first page. */
const timeFirstPage = async () => {
  while (!document.querySelector("main .row")) await new Promise(requestAnimationFrame);
  return performance.now();
};

/** Milliseconds from asking to an answer that is drawn. */
const timeSearch = async (words: string) => {
  const from = performance.now();
  location.hash = `#/search/?q=${encodeURIComponent(words)}`;
  const isAnswered = () =>
    document.querySelector<HTMLElement>("#results")?.dataset["state"] === "ready" &&
    document.querySelector<HTMLInputElement>("main input[name=q]")?.value === words;
  while (!isAnswered()) await new Promise((resolve) => setTimeout(resolve));
  if (!document.querySelector("#results li[data-key]")) throw new Error(`Nothing found: ${words}`);
  await new Promise(requestAnimationFrame);
  return performance.now() - from;
};

const { positionals } = parseArgs({ allowPositionals: true });
const file = resolve(positionals[0] ?? "carrel.html");
console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(2)} MB`);
const firefox = presentFirefox();
for (const open of [openChromium, ...(firefox === undefined ? [] : [() => openFox(firefox)])]) {
  const reader = await open();
  try {
    await reader.open(pathToFileURL(file).href);
    const say = (what: string, ms: number) => {
      console.log(`${reader.name.padEnd(24)} ${what.padEnd(32)} ${ms.toFixed(0)} ms`);
    };
    say("first page", await reader.run(timeFirstPage, ""));
    for (const [place, words] of SEARCHES.entries())
      say(`search${place === 0 ? " (first)" : ""}: ${words}`, await reader.run(timeSearch, words));
  } finally {
    await reader.close();
  }
}
