import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Tab } from "./tab.ts";
import { click, sendSearch, textOf, until } from "./tab.ts";
import { packed } from "./made.ts";
import { expectQuiet, foundIn } from "./look.ts";

/** The file that carries the collection, opened from the disk by a browser. */
export function pocketFlow(openBrowser: () => Promise<Tab>): void {
  suite("the collection in one file, from file://", () => {
    let tab: Tab;
    let address: string;

    before(async () => {
      address = pathToFileURL(await packed()).href;
      tab = await openBrowser();
      await tab.open(address);
    });
    after(() => tab.close());

    test("it opens on its first page, newest papers first", async () => {
      assert.notEqual(await textOf(tab, "main h1"), "");
      assert.ok((await foundIn(tab, "main .row")).length > 0);
    });

    test("every way in leads to papers", async () => {
      for (const shelf of ["topics", "tags", "authors", "venues", "years"]) {
        await tab.open(`${address}#/${shelf}/`);
        await click(tab, `main a[href^="#/${shelf}/"]:not([href*="letter"])`);
        await until(tab, `a paper under ${shelf}`, () => document.querySelector("main .row"));
      }
    });

    test("a search answers, its paper opens, and Back shows the answer again", async () => {
      await tab.open(`${address}#/`);
      await until(tab, "the first page", () => document.querySelector(".hero"));
      await sendSearch(tab, "low rank adaptation");
      const titles = await foundIn(tab, "#results[data-state=ready] .row-title");
      assert.match(titles.join("\n"), /low-rank/iu);
      await click(tab, "#results .row-title a");
      assert.equal(await textOf(tab, "article h1"), titles[0]);
      await tab.back();
      assert.deepEqual(await foundIn(tab, "#results[data-state=ready] .row-title"), titles);
    });

    test("a misspelt word finds what was meant", async () => {
      await tab.open(`${address}#/search/?q=difusion`);
      const titles = await foundIn(tab, "#results[data-state=ready] .row-title");
      assert.match(titles.join("\n"), /diffusion/iu);
    });

    test("a filter narrows, and its address says so", async () => {
      await tab.open(`${address}#/search/?q=training`);
      const all = await foundIn(tab, "#results[data-state=ready] li");
      await click(tab, "[data-part=rail] label");
      const total = await until(
        tab,
        "fewer papers",
        (before: number) => {
          const count = Number(document.querySelector<HTMLElement>("#results")?.dataset["total"]);
          return count > 0 && count < before ? count : undefined;
        },
        Math.max(all.length, await totalOf(tab)),
      );
      assert.ok(total !== undefined);
      const hash = await tab.evaluate(() => location.hash);
      assert.match(hash, /[?&](?:topic|tag|venue|year)=/u);
    });

    test("a citation is copied, and saved as a file", async () => {
      await tab.open(`${address}#/papers/`);
      await click(tab, "main .row-title a");
      assert.match(await textOf(tab, ".cite-box[data-format=bib]"), /^@\w+\{/u);
      await click(tab, "[data-copy]");
      assert.match(await textOf(tab, "#toast"), /copied/iu);
      const { downloads } = tab;
      if (downloads === undefined) return;
      await click(tab, ".cite-foot button", ".ris");
      await expectFile(downloads, /\.ris$/u);
    });

    test("nothing failed, and nothing was asked of a network", (context) => {
      expectQuiet(tab, context, address);
    });
  });
}

const totalOf = (tab: Tab) =>
  tab.evaluate(() => Number(document.querySelector<HTMLElement>("#results")?.dataset["total"]));

async function expectFile(folder: string, name: RegExp): Promise<void> {
  const end = performance.now() + 10_000;
  while (!readdirSync(folder).some((file) => name.test(file))) {
    assert.ok(performance.now() < end, `No file ${String(name)} was saved`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
