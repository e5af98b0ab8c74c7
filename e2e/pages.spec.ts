import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { open, pageKinds } from "./lib/kinds.ts";

for (const { name, path } of pageKinds()) {
  test(`${name}: nothing for axe to find, light or dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await open(page, path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const axe = new AxeBuilder({ page });
      // Dark is the same page in other colours.
      if (colorScheme === "dark") axe.withRules(["color-contrast", "link-in-text-block"]);
      const { violations } = await axe.analyze();
      const faults = violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
      );
      expect(faults, colorScheme).toEqual([]);
    }
  });

  test(`${name}: quiet, in its own origin, still while it loads, on a phone`, async ({ page }) => {
    const said: string[] = [];
    const foreign: string[] = [];
    page.on("console", (message) => {
      // The test's own doing: workers are blocked here.
      if (message.text().startsWith("Service Worker registration blocked")) return;
      if (["error", "warning"].includes(message.type())) said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(error.message));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/^https?:/u.test(url.protocol) && url.hostname !== "127.0.0.1") foreign.push(url.href);
    });
    await page.addInitScript(() => {
      const held = globalThis as unknown as { shift: number };
      held.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          held.shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    // Fonts come after the first paint, as on a slow line: what moves then is seen.
    await page.route("**/*.woff2", async (route) => {
      await page.waitForFunction(
        () => performance.getEntriesByName("first-contentful-paint").length > 0,
      );
      await route.continue();
    });
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, path);
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(wide, "pixels wider than a phone").toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBe(0);
    expect(said).toEqual([]);
    expect(foreign).toEqual([]);
  });
}

test("every control is at least 24 pixels high and wide, or stands in a line of text", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const { path } of pageKinds()) {
    await open(page, path);
    const small = await page
      .locator("button:visible, summary:visible, input:visible, select:visible")
      .evaluateAll((controls) =>
        controls
          .map((control) => ({ control, box: control.getBoundingClientRect() }))
          // What only screen readers see has no target to hit.
          .filter(({ box }) => box.width > 1 && box.height > 1)
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(
            ({ control, box }) => `${control.outerHTML.slice(0, 80)} ${box.width}×${box.height}`,
          ),
      );
    expect(small, path).toEqual([]);
  }
});

test("every page keeps its margins on a phone, and its skip link out of sight", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const { path } of pageKinds()) {
    await open(page, path);
    const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
    expect(heading?.x, path).toBeGreaterThanOrEqual(16);
    await expect(page.getByText("Skip to content"), path).not.toBeInViewport();
  }
});
