import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../../catalog/index.ts";
import { pick } from "../../catalog/pick.ts";
import type { Tag } from "../../catalog/types.ts";
import { DUMPS } from "../../citation/formats.ts";
import { site } from "../../site.ts";

export const getStaticPaths = (async () => {
  const { papers, tags } = await getCatalog();
  if (papers.length > site.perPaperFiles) return [];
  return tags.map((tag) => ({ params: { slug: tag.slug }, props: { tag } }));
}) satisfies GetStaticPaths;

/** A tag's papers as BibTeX, in collections whose papers have citation files of their own. */
export const GET: APIRoute<{ tag: Tag }> = async ({ props: { tag } }) =>
  new Response(DUMPS["papers.bib"]?.(pick(await getCatalog(), tag.papers)));
