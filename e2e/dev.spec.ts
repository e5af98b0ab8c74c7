import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "@playwright/test";
import { builtDir, isBuilt, ROOT } from "./lib/builds.ts";
import { projectDir } from "./lib/stage.ts";
import { paperPages, readSite } from "./lib/site.ts";

test.describe.configure({ mode: "serial" });

/** The site as it is while somebody works on it: `npm run dev`, with the last build beside it. */
let dev: ChildProcess;
let url: string;

test.beforeAll(async () => {
  const env = { ...process.env, ...(isBuilt(ROOT.name) ? { OUT_DIR: builtDir(ROOT.name) } : {}) };
  // Beside a server that somebody works with; Astro takes the next port where this one is taken, and says which.
  const args = ["node_modules/astro/bin/astro.mjs", "dev", "--port", "4490", "--ignore-lock"];
  dev = spawn("node", args, {
    cwd: projectDir,
    env: { ...env, ASTRO_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  url = await new Promise<string>((resolve, reject) => {
    dev.once("exit", (code) => {
      reject(new Error(`astro dev ended with ${String(code)}`));
    });
    if (dev.stdout)
      createInterface({ input: dev.stdout }).on("line", (line) => {
        const address = /Local\s+(http:\S+)/u.exec(stripVTControlCharacters(line))?.[1];
        if (address !== undefined) resolve(address);
      });
  });
});

test.afterAll(() => {
  dev.kill();
});

test("a page is drawn, with its style, and search answers from the last build", async ({
  page,
}) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const [paper] = paperPages(readSite());
  await page.goto(`${url}${paper?.path ?? ""}`);
  await expect(page.locator("#s1")).toBeVisible();
  await expect(page.locator("body")).toHaveCSS("font-family", /sans/u);
  await page.goto(`${url}search/?q=scaling`);
  await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
  await page.locator("#results li[data-key] a").first().click();
  await expect(page.locator("#s1")).toBeVisible();
  expect(errors).toEqual([]);
});

test("files and addresses that lead on are there too", async ({ request }) => {
  const [paper] = paperPages(readSite());
  const plain = (paper?.path ?? "").replace(/\/$/u, "");
  for (const path of [`${plain}.bib`, "data/papers.json", "feed.xml", "abs/2502.01441/"])
    expect((await request.get(`${url}${path}`)).status(), path).toBe(200);
});
