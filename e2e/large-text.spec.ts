import { expect, test } from "@playwright/test";
import { BROWSER_ARGS, presentBrowser } from "./lib/browser.ts";
import { open, pageKinds } from "./lib/kinds.ts";

const browser = presentBrowser();

test.use({
  viewport: { width: 360, height: 740 },
  launchOptions: {
    // What a reader sets who needs text twice as large as it comes.
    args: [...BROWSER_ARGS, "--blink-settings=defaultFontSize=32"],
    ...(browser === undefined ? {} : { executablePath: browser }),
  },
});

for (const { name, path } of pageKinds())
  test(`${name}: with text twice as large nothing stands beside the screen of a phone`, async ({
    page,
  }) => {
    await open(page, path);
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(wide).toBeLessThanOrEqual(0);
  });

test("with text twice as large the menu opens on the screen", async ({ page }) => {
  await open(page, "");
  await page.getByRole("button", { name: "Menu" }).click();
  const box = await page.getByRole("link", { name: "Papers", exact: true }).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
});
