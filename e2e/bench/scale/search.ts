import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { BROWSER_ARGS, provideBrowser } from "../../lib/browser.ts";
import { serve } from "../../lib/serve.ts";
import { quantile } from "../search/measures.ts";

/**
 * What a search of a built site costs a reader, in a browser on this machine.
 * By itself: `node e2e/bench/scale/search.ts DIR`.
 */

/** Words of every frequency, a question, a phrase, a name, a slip, a short form. */
export const QUERIES = [
  "attention is all you need",
  "graph neural networks",
  "low-rank adaptation",
  "learning",
  "deep reinforcement learning for robot manipulation",
  "difusion models",
  "language model",
  "what makes adam faster than sgd",
  "adversarial robustness",
  "variational autoencoder",
  "wang",
  "federated learning with differential privacy",
  "transformer",
  "how do large models generalise",
  "bayesian optimisation of hyperparameters",
  "PEFT",
  "image generation",
  "sparse mixture of experts",
  "meta-learning few-shot classification",
  "neural tangent kernel",
] as const;

/** Words that stand in some title of every corpus of this field: what suggestions are made for. */
const WORDS = ["learning", "model", "training", "networks", "efficient", "deep lear"] as const;

/** One line of the table: what was measured, and its figures. */
export interface SearchRow {
  name: string;
  cells: string[];
}

/** A first search by somebody who has nothing of the site yet. */
interface Cold {
  /** From the start of the navigation, or from the first key, to the painted answer. */
  ms: number;
  /** Bytes until then: index files, scripts, and all with pages, styles and fonts. */
  index: number;
  scripts: number;
  all: number;
}

/** What a host sends compressed. Files of the index are so already. */
const COMPRESSED = /\.(?:css|html|js|json|svg|txt|webmanifest|xml)$/u;

const sizes = new Map<string, number>();
function sizeOf(dir: string, path: string): number {
  const file = join(dir, path.endsWith("/") ? `${path}index.html` : path);
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const bytes = readFileSync(file);
  const size = COMPRESSED.test(file) ? brotliCompressSync(bytes).length : bytes.length;
  sizes.set(file, size);
  return size;
}

/** Adds up what a page fetches. Each address counts once, as a cache has it. */
function watchBytes(page: Page, dir: string) {
  const paths = new Set<string>();
  page.on("response", (response) => {
    if (response.ok()) paths.add(decodeURIComponent(new URL(response.url()).pathname));
  });
  return () => {
    const sum = { index: 0, scripts: 0, all: 0 };
    for (const path of paths) {
      const size = sizeOf(dir, path);
      sum.all += size;
      if (/^\/search\/./u.test(path)) sum.index += size;
      else if (path.endsWith(".js")) sum.scripts += size;
    }
    return sum;
  };
}

/**
 * Notes, within the page, when each key came and when the answer to it was painted: in the list of results, or among
 * the suggestions under a box. Times are milliseconds since the start of the navigation.
 */
const PROBE = () => {
  const probe: Probe = { key: 0, painted: 0 };
  Object.assign(globalThis, { searchProbe: probe });
  addEventListener(
    "input",
    () => {
      probe.key = performance.now();
      probe.painted = 0;
    },
    true,
  );
  const painted = () => {
    requestAnimationFrame(() => {
      setTimeout(() => {
        if (probe.painted > 0) return;
        probe.painted = performance.now();
        probe.told?.();
      });
    });
  };
  new MutationObserver((changes) => {
    for (const { target, type } of changes) {
      const element = target as Element;
      const isAnswer = type === "attributes" && element.id === "results";
      if (isAnswer && element.getAttribute("data-state") === "ready") painted();
      if (type === "childList" && element.getAttribute("role") === "listbox") painted();
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
};

interface Probe {
  key: number;
  painted: number;
  told?: () => void;
}

declare const searchProbe: Probe;

/** Waits for the answer to the last key, or to the page's own address. */
const paintedAt = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ key: number; painted: number }>((resolve, reject) => {
        const told = () => {
          resolve({ key: searchProbe.key, painted: searchProbe.painted });
        };
        searchProbe.told = told;
        if (searchProbe.painted > 0) told();
        setTimeout(() => {
          reject(new Error(`No answer within a minute: ${location.href}`));
        }, 60_000);
      }),
  );

async function inNewContext<T>(browser: Browser, use: (context: BrowserContext) => Promise<T>) {
  const context = await browser.newContext({
    serviceWorkers: "block",
    viewport: { width: 1280, height: 800 },
  });
  await context.addInitScript(PROBE);
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

/** Follows a link to a search. */
const coldSearch = (browser: Browser, url: string, dir: string, query: string): Promise<Cold> =>
  inNewContext(browser, async (context) => {
    const page = await context.newPage();
    const bytes = watchBytes(page, dir);
    await page.goto(`${url}search/?q=${encodeURIComponent(query)}`, { waitUntil: "commit" });
    const { painted } = await paintedAt(page);
    return { ms: painted, ...bytes() };
  });

/** Types into the box of the first page until suggestions are there. */
const coldBox = (browser: Browser, url: string, dir: string, words: string): Promise<Cold> =>
  inNewContext(browser, async (context) => {
    const page = await context.newPage();
    const bytes = watchBytes(page, dir);
    await page.goto(url);
    await page.locator("main input[name=q]").first().focus();
    const before = bytes();
    await page.keyboard.insertText(words);
    const { key, painted } = await paintedAt(page);
    const after = bytes();
    return {
      ms: painted - key,
      index: after.index,
      scripts: after.scripts,
      all: after.all - before.all + before.index,
    };
  });

/** Types queries key by key on one page, each key when the one before is answered; milliseconds of each. */
const typed = (browser: Browser, url: string, queries: readonly string[]) =>
  inNewContext(browser, async (context) => {
    const page = await context.newPage();
    await page.goto(`${url}search/?q=warm`, { waitUntil: "commit" });
    await paintedAt(page);
    const input = page.locator("carrel-search input[name=q]");
    const times: number[] = [];
    for (const query of queries) {
      await input.fill("");
      await input.focus();
      for (const letter of query) {
        await page.keyboard.insertText(letter);
        const { key, painted } = await paintedAt(page);
        times.push(painted - key);
      }
    }
    const heap = await page.evaluate(
      () =>
        (performance as Performance & { memory?: { usedJSHeapSize: number } }).memory
          ?.usedJSHeapSize ?? 0,
    );
    return { times, heap };
  });

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
const milliseconds = (ms: number) => `${ms.toFixed(0)} ms`;

function describeCold(name: string, all: readonly Cold[]): SearchRow[] {
  const of = (pick: (cold: Cold) => number, share: number) => quantile(all.map(pick), share);
  const range = (pick: (cold: Cold) => number) =>
    `${kilobytes(of(pick, 0.5))} (most ${kilobytes(of(pick, 1))})`;
  return [
    {
      name: `${name}, time`,
      cells: [
        `${milliseconds(of(({ ms }) => ms, 0.5))} median`,
        `${milliseconds(of(({ ms }) => ms, 0.95))} p95`,
      ],
    },
    {
      name: `${name}, bytes`,
      cells: [
        `index ${range(({ index }) => index)}`,
        `scripts ${range(({ scripts }) => scripts)}`,
        `with page, styles, fonts ${range(({ all: sum }) => sum)}`,
      ],
    },
  ];
}

/**
 * Measures searching on a built site in a browser: first searches by link and by the box of the first page, each in a
 * new context, then typing. Bytes are as a host with Brotli sends them; times are of this machine.
 *
 * @param dir the built site, made for the base path `/`.
 */
export async function measureSearch(
  dir: string,
  queries: readonly string[] = QUERIES,
): Promise<SearchRow[]> {
  const { url, server } = await serve(dir);
  const browser = await chromium.launch({
    executablePath: await provideBrowser(),
    args: [...BROWSER_ARGS, "--enable-precise-memory-info"],
  });
  try {
    // The browser's own first page is slow, whoever's it is.
    await coldSearch(browser, url, dir, "warm");
    const links: Cold[] = [];
    const boxes: Cold[] = [];
    for (const query of queries) links.push(await coldSearch(browser, url, dir, query));
    for (const words of WORDS) boxes.push(await coldBox(browser, url, dir, words));
    const { times, heap } = await typed(browser, url, queries);
    return [
      ...describeCold("first search by link", links),
      ...describeCold("first suggestions", boxes),
      {
        name: "key to painted results",
        cells: [
          `${milliseconds(quantile(times, 0.5))} median`,
          `${milliseconds(quantile(times, 0.95))} p95`,
          `${String(times.length)} keys`,
        ],
      },
      { name: "script memory after typing", cells: [`${(heap / 1e6).toFixed(0)} MB`] },
    ];
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

const [, script, dir] = process.argv;
if (script !== undefined && dir !== undefined && import.meta.url === pathToFileURL(script).href)
  for (const { name, cells } of await measureSearch(resolve(dir)))
    console.log(`| ${name.padEnd(34)} | ${cells.join(", ")} |`);
