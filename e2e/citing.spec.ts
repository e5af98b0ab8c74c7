import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { expect, test } from "@playwright/test";
import { builtDir, isBuilt } from "./lib/builds.ts";
import { HOSTILE } from "./lib/content.ts";
import { startHost } from "./lib/host.ts";
import { keyOf, paperPages, readSite } from "./lib/site.ts";

/** Citing a paper from its page, in the style that the reader needs. */
const PAPER = "papers/kim2023hydra/";
const AUTHORS = {
  APA: "Kim, S., Yang, H., Kim, Y., Hong, Y., & Park, E. (2024).",
  IEEE: "S. Kim, H. Yang, Y. Kim, Y. Hong, and E. Park, “",
  MLA: "Kim, Sanghyeon, et al. “",
};

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a reference can be had in other styles, is copied as shown, and the style stays", async ({
  page,
}) => {
  await page.goto(PAPER);
  const style = page.getByLabel("Style of the reference");
  await expect(style).toHaveCount(0);
  await page.getByRole("radio", { name: "Reference" }).check();
  const reference = page.getByRole("region", { name: "Reference" });
  await expect(reference).toContainText(AUTHORS.APA);
  await expect(style).toBeVisible();
  for (const name of ["IEEE", "MLA"] as const) {
    await style.selectOption(name);
    await expect(reference).toContainText(AUTHORS[name]);
    await expect(reference).toContainText("10.1016/j.neunet.2024.106414");
    await expect(reference).not.toContainText("[1]");
  }
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.locator("#toast")).toContainText("copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    (await reference.innerText()).trim(),
  );

  await page.goto("papers/hu2024sara/");
  await page.getByRole("radio", { name: "Reference" }).check();
  await expect(reference).toContainText("Hu, Teng, et al.");
  await style.selectOption("APA");
  await expect(reference).toContainText("Hu, T., Zhang, J.,");
  await page.getByRole("radio", { name: "BibTeX" }).check();
  await expect(style).toBeHidden();
});

test("a style that cannot be fetched leaves the reference that is there, and says so", async ({
  page,
}) => {
  await page.goto(PAPER);
  await page.getByRole("radio", { name: "Reference" }).check();
  const style = page.getByLabel("Style of the reference");
  await expect(style).toBeVisible();
  await page.route("**/_astro/*.js", (route) => route.abort());
  await style.selectOption("IEEE");
  await expect(page.locator("#toast")).toContainText("cannot be reached");
  await expect(page.getByRole("region", { name: "Reference" })).toContainText(AUTHORS.APA);
  await expect(style).toHaveValue("apa");
});

test("nothing of the styles is fetched by a reader who asks for none", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.goto(PAPER);
  await page.waitForLoadState("networkidle");
  const before = scripts.length;
  await page.getByRole("radio", { name: "Reference" }).check();
  await page.getByLabel("Style of the reference").selectOption("Nature");
  await expect(page.getByRole("region", { name: "Reference" })).toContainText("& Park, E. Hydra");
  expect(scripts.length).toBeGreaterThan(before);
  const sizes = await Promise.all(
    scripts
      .slice(0, before)
      .map(async (url) => (await (await page.request.get(url)).body()).length),
  );
  for (const size of sizes) expect(size).toBeLessThan(20_000);
});

test("each file of a citation says what it is for, EndNote's by that name, and comes as that file", async ({
  page,
}) => {
  await page.goto(PAPER);
  const cite = page.getByRole("region", { name: "Cite" });
  for (const [name, begins] of [
    ["Download .bib", /^@article\{kim2023hydra,/u],
    ["Download .ris (EndNote)", /^TY {2}- JOUR\r\n/u],
    ["Download .json", /^\{\s*"id": "kim2023hydra"/u],
    ["Download .md", /^# /u],
  ] as const) {
    const link = cite.getByRole("link", { name, exact: true });
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(await answer.text()).toMatch(begins);
    await expect(link).toHaveAttribute("download", "");
  }
});

test("where a site is too large for citation files, the page writes each", async ({ page }) => {
  test.skip(!isBuilt(HOSTILE.name), "only `npm test` and `node e2e/lib/prepare.ts` build this");
  const key = paperPages(readSite(HOSTILE.name)).map(keyOf)[7] ?? "";
  const host = await startHost(builtDir(HOSTILE.name));
  try {
    await page.goto(`${host.url}papers/${key}/`);
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    const cite = page.getByRole("region", { name: "Cite" });
    for (const [name, ending] of [
      ["Save .bib", "bib"],
      ["Save .ris (EndNote)", "ris"],
      ["Save .json", "json"],
    ] as const) {
      const download = page.waitForEvent("download");
      await cite.getByRole("button", { name, exact: true }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(`${key}.${ending}`);
      const read = new Cite(readFileSync(await file.path(), "utf8")).data as Record<
        string,
        string
      >[];
      expect(read).toHaveLength(1);
      expect(read[0]?.["id"]).toBe(key);
      if (ending !== "bib") expect(read[0]?.["title"]).toBe(title);
    }
  } finally {
    await host.stop();
  }
});
