import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import {
  allowWorkers,
  copySite,
  listenForErrors,
  saveData,
  saveSite,
  sign,
  SITES,
  start,
  state,
  stop,
} from "./lib/offline.ts";
import type { Meddler } from "./lib/serve.ts";
import { paperPages, readSite } from "./lib/site.ts";

/** What goes wrong on the way to a reader, and must not matter to one who has the site on the device. */
allowWorkers(120_000);
test.afterEach(stop);

const [first = "", second = ""] = paperPages(readSite()).map(({ path }) => path);

/** Opens pages and searches of a site that is on the device. */
async function readOn(page: Page, url: string): Promise<void> {
  await page.goto(url + second);
  await expect(page.locator("#s1")).toBeVisible();
  await page.goto(`${url}search/?q=scaling`);
  await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
  await expect(page.locator("#results li[data-key]").first()).toBeVisible();
}

/** A server whose search is down while `down.now`. */
const withoutIndex =
  (down: { now: boolean }): Meddler =>
  (request, response) => {
    const isIndex = /^\/(?:carrel\/)?search\/./u.test(
      new URL(request.url ?? "/", "http://host").pathname,
    );
    if (down.now && isIndex) response.writeHead(503).end("busy");
    return down.now && isIndex;
  };

for (const { name, base, dir } of SITES)
  test.describe(name, () => {
    test("a browser with too little room says how much is needed and what would fit, and reading goes on", async ({
      page,
      context,
    }) => {
      const url = await start(dir(), { base });
      const devtools = await context.newCDPSession(page);
      const origin = new URL(url).origin;
      await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 3_000_000 });
      await page.goto(url);
      await expect(sign(page)).toContainText(/Not enough room: .* more are needed/u, {
        timeout: 20_000,
      });
      await expect(state(page)).toHaveAttribute("data-offline", "off");
      await expect(sign(page)).toContainText(/\d+ of \d+ topics would fit alone/u);
      await readOn(page, url);
      await page.goto(`${url}offline/`);
      await page.getByRole("checkbox", { name: /Optimizers/u }).check();
      await page.getByRole("button", { name: "Keep these topics" }).click();
      await expect(sign(page)).toContainText("“Optimizers and learning rates” saved", {
        timeout: 20_000,
      });
      await page.getByRole("button", { name: "Forget what is saved" }).click();
      await page.getByRole("button", { name: "Really forget?" }).click();
      await devtools.send("Storage.overrideQuotaForOrigin", { origin });
      await page.getByRole("button", { name: /Keep this site offline/u }).click();
      await expect(state(page)).toHaveAttribute("data-offline", "ready", { timeout: 60_000 });
    });

    test("a cache that somebody empties is noticed, and the site is kept anew", async ({
      page,
    }) => {
      const url = await start(dir(), { base });
      await saveSite(page, url);
      await page.evaluate(async () => {
        for (const name of await caches.keys())
          if (name.endsWith(":parts")) await caches.delete(name);
      });
      await readOn(page, url);
      await expect(state(page)).toHaveAttribute("data-offline", "ready", { timeout: 60_000 });
      await stop();
      await readOn(page, url);
    });

    test("an index that the server cannot give is not missed on the device", async ({ page }) => {
      const down = { now: false };
      const url = await start(dir(), { base, meddler: withoutIndex(down) });
      await saveSite(page, url);
      down.now = true;
      await readOn(page, url);
    });

    test("without a saved site a missing index is said, and a second try finds it", async ({
      page,
    }) => {
      const down = { now: true };
      const url = await start(dir(), { base, meddler: withoutIndex(down) });
      await saveData(page);
      await page.goto(`${url}search/?q=scaling`);
      await expect(page.getByRole("heading", { name: "Search is not working" })).toBeVisible();
      down.now = false;
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(page.locator("#results li[data-key]").first()).toBeVisible();
    });

    test("a portal that answers everything with its own page does not get in", async ({ page }) => {
      let portal = false;
      const url = await start(dir(), {
        base,
        meddler: (_request, response) => {
          if (portal)
            response
              .writeHead(200, { "content-type": "text/html" })
              .end("<!doctype html><html><title>Wi-Fi</title><h1>Accept our terms</h1></html>");
          return portal;
        },
      });
      await saveSite(page, url);
      portal = true;
      await readOn(page, url);
      await page.goto(url + first);
      await expect(page.locator("#s1")).toBeVisible();
      await expect(state(page)).toHaveAttribute("data-offline", "ready");
      portal = false;
      await page.goto(url);
      await expect(page.locator("h1")).not.toContainText("terms");
    });

    test("a network that hardly moves costs no page more than three seconds", async ({ page }) => {
      let slow = false;
      const held = new Set<() => void>();
      const hold: Meddler = (_request, response) => {
        if (slow) held.add(() => response.destroy());
        return slow;
      };
      const url = await start(dir(), { base, meddler: hold });
      await saveSite(page, url);
      slow = true;
      for (const path of [first, "topics/", "search/?q=adam"]) {
        const from = Date.now();
        await page.goto(url + path, { waitUntil: "domcontentloaded" });
        expect(Date.now() - from, path).toBeLessThan(3000);
      }
      await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
      for (const end of held) end();
    });

    test("where the site is not kept, a page that was read before does not wait for that network either", async ({
      page,
    }) => {
      let slow = false;
      const held = new Set<() => void>();
      const url = await start(dir(), {
        base,
        meddler: (_request, response) => {
          if (slow) held.add(() => response.destroy());
          return slow;
        },
      });
      await saveData(page);
      await page.goto(url);
      await page.evaluate(async () => navigator.serviceWorker.ready);
      await page.goto(url + first);
      await page.reload();
      slow = true;
      const from = Date.now();
      await page.goto(url + first, { waitUntil: "domcontentloaded" });
      expect(Date.now() - from).toBeLessThan(3000);
      await expect(page.locator("#s1")).toBeVisible();
      for (const end of held) end();
    });

    test("a new worker that arrives while somebody searches takes nothing away", async ({
      page,
    }) => {
      const copy = copySite(dir());
      const url = await start(copy, { base });
      await saveSite(page, url);
      const faults = listenForErrors(page);
      await page.goto(`${url}search/?q=scaling`);
      const box = page.getByRole("main").getByRole("searchbox");
      await box.fill("low rank");
      appendFileSync(join(copy, "sw.js"), "\n// The next one.\n");
      // When the old worker hands over is the browser's affair; from its arrival on either may answer.
      const arrived = page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            void navigator.serviceWorker.ready.then((registration) => {
              registration.addEventListener("updatefound", () => {
                const { installing } = registration;
                installing?.addEventListener("statechange", () => {
                  if (installing.state !== "installing") resolve();
                });
              });
              void registration.update();
            });
          }),
      );
      await box.pressSequentially(" adaptation");
      await arrived;
      await box.press("Enter");
      await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
      await expect(page.locator("#results li[data-key]").first()).toBeVisible();
      // Without a server still, on this page: what a navigation does while a worker that hands over is under
      // a debugger, as all are here, is the debugger's affair (it may hold it for good; without one it never does).
      await stop();
      await box.fill("gradient noise");
      await box.press("Enter");
      await expect(page).toHaveURL(/q=gradient/u);
      await expect(page.locator("#results")).toHaveAttribute("data-state", "ready");
      await expect(page.locator("#results li[data-key]").first()).toBeVisible();
      expect(faults).toEqual([]);
      rmSync(copy, { recursive: true });
    });
  });

/** A host that takes the slash away from the end of addresses, as some do. */
const slashless: Meddler = (request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://host");
  if (pathname === "/" || /\.\w+$/u.test(pathname)) return false;
  if (!pathname.endsWith("/")) {
    request.url = `${pathname}/`;
    return false;
  }
  response.writeHead(308, { location: pathname.slice(0, -1) }).end();
  return true;
};

test("a host that leads to addresses without a slash leads nobody astray", async ({ page }) => {
  const url = await start(readSite().dir, { meddler: slashless });
  await saveData(page);
  await page.goto(url);
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await stop();
  await page.goto(url + first);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("not on this device");
});

test("what such a host sends is kept, and read at either address", async ({ page }) => {
  const url = await start(readSite().dir, { meddler: slashless });
  await saveSite(page, url);
  const bare = url + first.replace(/\/$/u, "");
  await page.goto(url + first);
  await expect(page.locator("#s1")).toBeVisible();
  await page.goto(bare);
  await expect(page.locator("#s1")).toBeVisible();
  await stop();
  for (const address of [url + first, bare]) {
    await page.goto(address);
    await expect(page.locator("#s1")).toBeVisible();
  }
});
