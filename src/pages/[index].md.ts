import type { APIRoute, GetStaticPaths } from "astro";
import { aboutOf, citableOf } from "../catalog/citable.ts";
import type { Listing } from "../catalog/citable.ts";
import { getCatalog } from "../catalog/index.ts";
import type { Catalog } from "../catalog/types.ts";
import { MEDIA_TYPES } from "../citation/formats.ts";
import { indexToMarkdown, listToMarkdown } from "../citation/markdown.ts";
import { site } from "../site.ts";

const { urls } = site;

const INDEXES: Readonly<
  Record<Listing, { name: string; path: string; pageOf: (slug: string) => string }>
> = {
  topics: { name: "Topics", path: urls.topics(), pageOf: urls.topic },
  tags: { name: "Tags", path: urls.tags(), pageOf: urls.tag },
  authors: { name: "Authors", path: urls.authors(), pageOf: urls.author },
  venues: { name: "Venues", path: urls.venues(), pageOf: urls.venue },
  years: { name: "Years", path: urls.years(), pageOf: urls.year },
};

export const getStaticPaths = (async () => {
  const { papers } = await getCatalog();
  const indexes = Object.keys(INDEXES).map((index) => ({ params: { index } }));
  // The page of all papers has its Markdown where papers have theirs: above that, /data/ has them in one file.
  return papers.length > site.perPaperFiles
    ? indexes
    : [...indexes, { params: { index: "papers" } }];
}) satisfies GetStaticPaths;

/** An index page as Markdown: every paper, or every topic, tag, author, venue or year with its number of papers. */
export const GET: APIRoute = async ({ params: { index } }) => {
  const catalog = await getCatalog();
  const text = index === "papers" ? allPapers(catalog) : entriesOf(index as Listing, catalog);
  return new Response(text, { headers: { "Content-Type": MEDIA_TYPES.md } });
};

const allPapers = ({ papers }: Catalog) =>
  listToMarkdown({ name: "Papers", about: site.description, path: urls.papers(), papers }, urls);

function entriesOf(listing: Listing, catalog: Catalog): string {
  const { name, path, pageOf } = INDEXES[listing];
  const entries = catalog[listing].map((group) => ({
    name: group.name,
    path: citableOf(listing, group, catalog, site).files
      ? urls.listFile(listing, group.slug, "md")
      : pageOf(group.slug),
    papers: group.papers.length,
    about: aboutOf(group),
  }));
  return indexToMarkdown({ name, path, entries }, urls);
}
