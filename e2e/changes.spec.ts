import { expect, test } from "@playwright/test";
import { contentKeys } from "./lib/corpus.ts";
import { readSite } from "./lib/site.ts";

/** What imports brought: its pages and its feed. */
test.use({ javaScriptEnabled: false });

test("the footer leads to the changes, which lead to every paper that an import added", async ({
  page,
}) => {
  await page.goto("about/");
  await page.locator("footer").getByRole("link", { name: "Changes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Changes");
  await page.locator(".change h2 a").last().click();
  const added = page.locator('[data-kind="added"] li');
  await expect(added.first()).toBeVisible();
  const keys = await added.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-paper")));
  expect(keys.toSorted()).toEqual(contentKeys());
  const first = added.first().getByRole("link");
  const title = await first.textContent();
  await first.click();
  await expect(page.locator("h1")).toHaveText(title ?? "");
});

test("the feed of changes names each import by the address of its page", () => {
  const site = readSite();
  const pages = site.pages.filter(({ path }) => /^changes\/[^/]+\/$/u.test(path));
  const feed = JSON.parse(site.read("changes/feed.json").toString("utf8")) as {
    items: { id: string; url: string }[];
  };
  expect(feed.items.length).toBe(pages.length);
  for (const { id, url } of feed.items) {
    expect(id).toBe(url);
    expect(pages.map(({ path }) => path)).toContain(new URL(url).pathname.slice(1));
  }
  const xml = site.read("changes/feed.xml").toString("utf8");
  expect(
    [...xml.matchAll(/<guid isPermaLink="false">(.*?)<\/guid>/gu)].map(([, id]) => id),
  ).toEqual(feed.items.map(({ id }) => id));
});
