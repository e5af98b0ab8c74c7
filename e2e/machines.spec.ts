import { expect, test } from "@playwright/test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { ORIGIN } from "./lib/builds.ts";
import { expectNone } from "./lib/expect-none.ts";
import { attribute, tagsOf } from "./lib/html.ts";
import { isRedirect, keyOf, NOWHERE, paperPages, readSite } from "./lib/site.ts";

/** What feed readers, crawlers, reference managers and harvesters read. */
const text = (file: string) => readSite().read(file).toString("utf8");
const keys = () => paperPages(readSite()).map((page) => keyOf(page) ?? "");

test("every XML file is well-formed", async ({ page }) => {
  const files = readSite().files.filter((file) => file.endsWith(".xml"));
  expect(files).toContain("feed.xml");
  expect(files).toContain("sitemap-index.xml");
  expect(files).toContain("opensearch.xml");
  await page.goto("about/");
  const faults = await page.evaluate(
    (sources) =>
      sources.flatMap(([at, source]) => {
        const read = new DOMParser().parseFromString(source, "application/xml");
        const error = read.querySelector("parsererror");
        return error ? [{ at, fault: error.textContent.slice(0, 120) }] : [];
      }),
    files.map((file) => [file, text(file)] as const),
  );
  expectNone(faults);
});

test("every topic and every tag has a feed with its papers, newest first", () => {
  const site = readSite();
  const lists = site.pages
    .map(({ path }) => path)
    .filter((path) => /^(?:topics|tags)\/[^/]+\/$/u.test(path));
  const faults = lists.flatMap((path) => {
    const file = `${path}feed.xml`;
    if (!site.files.includes(file)) return [{ at: path, fault: "no feed" }];
    const dates = [...text(file).matchAll(/<pubDate>(.*?)<\/pubDate>/gu)].map(([, date = ""]) =>
      Date.parse(date),
    );
    const sorted = dates.every((date, at) => at === 0 || date <= (dates[at - 1] ?? 0));
    return dates.length > 0 && sorted ? [] : [{ at: file, fault: "empty, or out of order" }];
  });
  expectNone(faults);
});

test("the sitemap lists every page that is one, once, and nothing else", () => {
  const site = readSite();
  const listed = site.files
    .filter((file) => /^sitemap-\d+\.xml$/u.test(file))
    .flatMap((file) => [...text(file).matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, loc = ""]) => loc));
  const pages = site.pages
    .filter((page) => !isRedirect(page) && !NOWHERE.has(page.file))
    .map(({ path }) => `${ORIGIN}/${path}`);
  expect(listed.sort()).toEqual(pages.sort());
});

test("robots.txt and llms.txt lead on", () => {
  expect(text("robots.txt")).toContain(`Sitemap: ${ORIGIN}/sitemap-index.xml`);
  expect(text("llms.txt")).toMatch(/^# /u);
});

test("every paper can be taken away as BibTeX, RIS, CSL-JSON and Markdown", () => {
  const faults = keys().flatMap((key) => {
    const bib = text(`papers/${key}.bib`);
    const item = JSON.parse(text(`papers/${key}.json`)) as { id?: string } | { id?: string }[];
    const id = Array.isArray(item) ? item[0]?.id : item.id;
    return [
      ...(bib.includes(`{${key},`) ? [] : ["BibTeX without its key"]),
      ...(/^TY {2}- .*^ER {2}-/msu.test(text(`papers/${key}.ris`)) ? [] : ["RIS not whole"]),
      ...(id === key ? [] : ["CSL-JSON with another id"]),
      ...(text(`papers/${key}.md`).includes("# ") ? [] : ["Markdown without a title"]),
    ].map((fault) => ({ at: key, fault }));
  });
  expectNone(faults);
});

test("the whole corpus comes in one file of each format", () => {
  const count = keys().length;
  const items = JSON.parse(text("data/papers.json")) as unknown[] | { papers: unknown[] };
  expect((Array.isArray(items) ? items : items.papers).length).toBe(count);
  expect(text("data/papers.ndjson").trim().split("\n").length).toBe(count);
  expect(text("data/papers.bib").match(/^@\w+\{/gmu)?.length).toBe(count);
  expect(text("data/papers.ris").match(/^ER {2}-/gmu)?.length).toBe(count);
});

test("every list of several papers comes in one file of each format, all of them in it", () => {
  const site = readSite();
  const lists = site.pages.filter(
    (page) =>
      /^(?:topics|tags|authors|venues|years)\/[^/]+\/$/u.test(page.path) && !isRedirect(page),
  );
  const faults = lists.flatMap((page) => {
    const count = Number(/<strong>(\d+)<\/strong>\s*papers?/u.exec(page.html)?.[1] ?? 0);
    if (count < 2) return [];
    const file = (format: string) => `${page.path.slice(0, -1)}.${format}`;
    const missing = ["bib", "ris", "json", "md"].filter(
      (format) => !site.files.includes(file(format)) || !page.html.includes(`/${file(format)}"`),
    );
    if (missing.length > 0) return [{ at: page.path, fault: `no ${missing.join(", ")}` }];
    const counts = [
      text(file("bib")).match(/^@\w+\{/gmu)?.length,
      text(file("ris")).match(/^ER {2}-/gmu)?.length,
      (JSON.parse(text(file("json"))) as unknown[]).length,
      text(file("md")).match(/^- \[/gmu)?.length,
    ];
    return counts.every((each) => each === count)
      ? []
      : [{ at: page.path, fault: `${counts.join(", ")} of ${String(count)} papers` }];
  });
  expect(lists.length).toBeGreaterThan(0);
  expectNone(faults);
});

test("every row of a list is there for a reference manager to take, as the paper is", () => {
  const site = readSite();
  const page = site.pages.find(({ path }) => path === "papers/");
  const rows = tagsOf(page?.tokens ?? []).filter((tag) => attribute(tag, "class") === "Z3988");
  expect(rows.length).toBe(Math.min(keys().length, 50));
  const faults = rows.flatMap((row) => {
    const object = new URLSearchParams(attribute(row, "title").replaceAll("&amp;", "&"));
    const key = /\/papers\/([^/]+)\/$/u.exec(object.get("rft.identifier") ?? "")?.[1] ?? "";
    const item = JSON.parse(text(`papers/${key}.json`)) as {
      title: string;
      author: unknown[];
      DOI?: string;
    };
    const names = [...object.getAll("rft.au"), ...object.getAll("rft.aucorp")];
    return [
      ...((object.get("rft.atitle") ?? object.get("rft.title")) === item.title ? [] : ["title"]),
      ...(names.length === item.author.length ? [] : ["authors"]),
      ...((object.get("rft_id") ?? "") === (item.DOI ? `info:doi/${item.DOI}` : "") ? [] : ["DOI"]),
    ].map((fault) => ({ at: key, fault: `another ${fault}` }));
  });
  expectNone(faults);
});

test("every paper's head leads machines to what it is, how to cite it and its files", () => {
  const site = readSite();
  const faults = paperPages(site).flatMap((page) => {
    const links = tagsOf(page.tokens).filter(({ name }) => name === "link");
    const to = (rel: string) =>
      links.filter((tag) => attribute(tag, "rel") === rel).map((tag) => attribute(tag, "href"));
    const [cite = ""] = to("cite-as");
    const files = [...to("describedby"), ...to("alternate")].filter((href) =>
      href.startsWith(`/papers/`),
    );
    return [
      ...(/^https:\/\//u.test(cite) ? [] : ["no address to cite it by"]),
      ...(to("type").includes("https://schema.org/ScholarlyArticle") ? [] : ["no type"]),
      ...(files.length === 3 ? [] : ["not its three files"]),
      ...files.filter((href) => !site.files.includes(href.slice(1))).map((href) => `no ${href}`),
    ].map((fault) => ({ at: page.path, fault }));
  });
  expectNone(faults);
});

test("an arXiv address with its host swapped leads to the paper", async ({ page }) => {
  const redirect = readSite().pages.find(({ path }) => path.startsWith("abs/"));
  await page.goto(redirect?.path ?? "");
  await expect(page).toHaveURL(/\/papers\/[^/]+\/$/u);
  expect(keys()).toContain(/\/papers\/([^/]+)\//u.exec(page.url())?.[1]);
});

test("an address that leads nowhere says so, with a search box", async ({ page }) => {
  const response = await page.goto("papers/no-such-paper/");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator('input[name="q"]').first()).toBeVisible();
});

test("every page names a picture that is there, in the size that it says; every paper's is its own", () => {
  const site = readSite();
  const faults = site.pages
    .filter((page) => !isRedirect(page))
    .flatMap((page) => {
      const metas = tagsOf(page.tokens).filter(({ name }) => name === "meta");
      const said = (property: string) => {
        const tag = metas.find((meta) => meta.attributes.get("property") === property);
        return tag ? attribute(tag, "content") : "";
      };
      const url = said("og:image");
      const file = url.slice(ORIGIN.length + 1);
      if (!url.startsWith(`${ORIGIN}/`) || !site.files.includes(file))
        return [{ at: page.path, fault: `no picture at ${url}` }];
      const png = site.read(file);
      const size = [png.readUInt32BE(16), png.readUInt32BE(20)].map(String);
      const key = keyOf(page);
      return [
        ...(size.join() === [said("og:image:width"), said("og:image:height")].join()
          ? []
          : [{ at: page.path, fault: `is ${size.join(" × ")}` }]),
        ...(said("og:image:alt") === "" ? [{ at: page.path, fault: "not said in words" }] : []),
        ...(key === undefined || file === `og/papers/${key}.png`
          ? []
          : [{ at: page.path, fault: `has ${file}` }]),
      ];
    });
  expectNone(faults);
});

test("what is said of papers keeps to the published schema", () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  ajv.addFormat("uri", (value) => URL.canParse(value));
  const schema = JSON.parse(text("data/schema.json")) as { $id: string };
  expect(schema.$id).toBe(`${ORIGIN}/data/schema.json`);
  const validate = ajv.compile(schema);
  const papers = text("data/papers.ndjson").trim().split("\n");
  const faults = papers.flatMap((line) => {
    const paper: unknown = JSON.parse(line);
    return validate(paper)
      ? []
      : [{ at: line.slice(0, 60), fault: ajv.errorsText(validate.errors) }];
  });
  expectNone(faults);
  expect(JSON.parse(text("data/papers.json"))).toEqual(
    papers.map((line) => JSON.parse(line) as unknown),
  );
  expect(validate({ id: "x" })).toBe(false);
});

test("every feed is there as RSS and as JSON Feed, with the same papers", () => {
  const feeds = readSite().files.filter((file) => /(?:^|\/)feed\.xml$/u.test(file));
  const faults = feeds.flatMap((file) => {
    const feed = JSON.parse(text(file.replace(/xml$/u, "json"))) as {
      feed_url: string;
      items: { id: string; url: string }[];
    };
    const guids = [...text(file).matchAll(/<guid[^>]*>(.*?)<\/guid>/gu)].map(([, id]) => id);
    const ids = feed.items.map(({ id }) => id);
    return [
      ...(feed.feed_url === `${ORIGIN}/${file.replace(/xml$/u, "json")}`
        ? []
        : ["another address"]),
      ...(ids.length > 0 && ids.join() === guids.join() ? [] : ["other papers"]),
      ...(new Set(ids).size === ids.length ? [] : ["a name twice"]),
    ].map((fault) => ({ at: file, fault }));
  });
  expectNone(faults);
});

test("papers and lists say which way leads to them", () => {
  const site = readSite();
  const paths = new Set(site.pages.map(({ path }) => `${ORIGIN}/${path}`));
  const pages = [
    ...paperPages(site),
    ...site.pages.filter(({ path }) => /^(?:topics|tags|venues|years)\/[^/]+\/$/u.test(path)),
  ];
  const faults = pages.flatMap((page) => {
    const said = page.tokens.flatMap((token) =>
      token.kind === "raw" && token.of.attributes.get("type") === "application/ld+json"
        ? [JSON.parse(token.text) as Record<string, unknown>]
        : [],
    );
    const way = said.find((each) => each["@type"] === "BreadcrumbList") as
      { itemListElement: { position: number; name: string; item: string }[] } | undefined;
    const steps = way?.itemListElement ?? [];
    return [
      ...(steps.length === 3 ? [] : [`${String(steps.length)} steps`]),
      ...(steps.every(({ position }, at) => position === at + 1) ? [] : ["out of order"]),
      ...steps.flatMap(({ item, name }) => (paths.has(item) && name ? [] : [`leads to ${item}`])),
      ...(steps.at(-1)?.item === `${ORIGIN}/${page.path}` ? [] : ["does not end here"]),
    ].map((fault) => ({ at: page.path, fault }));
  });
  expectNone(faults);
});
