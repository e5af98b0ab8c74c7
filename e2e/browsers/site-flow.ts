import assert from "node:assert/strict";
import type { Server } from "node:http";
import { after, before, suite, test } from "node:test";
import { serve } from "../lib/serve.ts";
import { expectQuiet, foundIn } from "./look.ts";
import { built } from "./made.ts";
import type { Tab } from "./tab.ts";
import { click, sendSearch, textOf, until } from "./tab.ts";

/** Ends a server and every connection that is still open. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

/** The built site over a server, at last without it. */
export function siteFlow(openBrowser: () => Promise<Tab>): void {
  suite("the site", () => {
    let tab: Tab;
    let url: string;
    let server: Server;

    before(async () => {
      ({ url, server } = await serve(built()));
      tab = await openBrowser();
      await tab.open(url);
    });
    after(async () => {
      await tab.close();
      await stop(server);
    });

    test("a topic leads to its papers, and a paper to its related ones", async () => {
      await click(tab, ".cards a");
      await until(tab, "a topic's page", () => location.pathname.includes("/topics/"));
      await click(tab, "main .row-title a");
      const title = await textOf(tab, "article h1");
      await click(tab, ".related a");
      await until(
        tab,
        "another paper",
        (before: string) => {
          const now = document.querySelector<HTMLElement>("article h1")?.innerText.trim();
          return now !== undefined && now !== before;
        },
        title,
      );
    });

    test("a search sent from the first page answers, and Back comes from a paper to it", async () => {
      await tab.open(url);
      await sendSearch(tab, "low rank adaptation");
      const titles = await foundIn(tab, "#results[data-state=ready] .row-title");
      assert.match(titles.join("\n"), /low-rank/iu);
      await click(tab, "#results .row-title a");
      assert.equal(await textOf(tab, "article h1"), titles[0]);
      await tab.back();
      assert.deepEqual(await foundIn(tab, "#results[data-state=ready] .row-title"), titles);
    });

    test("a filter narrows, and a reload keeps it", async () => {
      await tab.open(`${url}search/?q=training`);
      await foundIn(tab, "#results[data-state=ready] li");
      const total = () =>
        tab.evaluate(() =>
          Number(document.querySelector<HTMLElement>("#results")?.dataset["total"]),
        );
      const all = await total();
      await click(tab, "[data-part=rail] label");
      await until(
        tab,
        "fewer papers",
        (before: number) =>
          Number(document.querySelector<HTMLElement>("#results")?.dataset["total"]) < before,
        all,
      );
      const some = await total();
      await tab.reload();
      await foundIn(tab, "#results[data-state=ready] li");
      assert.equal(await total(), some);
    });

    test("a citation is copied", async () => {
      await tab.open(`${url}papers/`);
      await click(tab, "main .row-title a");
      assert.match(await textOf(tab, ".cite-box"), /\S/u);
      await click(tab, "[data-copy]");
      assert.match(await textOf(tab, "#toast"), /copied/iu);
    });

    test("once saved, pages, search and citation files need no server", async () => {
      await tab.open(url);
      await until(
        tab,
        "the site kept",
        () => document.documentElement.dataset["offline"] === "ready",
      );
      await stop(server);
      await tab.open(`${url}papers/`);
      await click(tab, "main .row-title a");
      assert.notEqual(await textOf(tab, "article h1"), "");
      const bib = await tab.evaluate(async () => {
        const file = document.querySelector<HTMLAnchorElement>('a[href$=".bib"]');
        return (await fetch(file?.href ?? "")).text();
      });
      assert.match(bib, /^@\w+\{/u);
      await tab.open(`${url}search/?q=difusion`);
      const titles = await foundIn(tab, "#results[data-state=ready] .row-title");
      assert.match(titles.join("\n"), /diffusion/iu);
    });

    test("nothing failed, and no other origin was asked for anything", (context) => {
      expectQuiet(tab, context, url);
    });
  });
}
