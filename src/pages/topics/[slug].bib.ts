import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../../catalog/index.ts";
import { pick } from "../../catalog/pick.ts";
import type { Topic } from "../../catalog/types.ts";
import { DUMPS } from "../../citation/formats.ts";

export const getStaticPaths = (async () => {
  const { topics } = await getCatalog();
  return topics.map((topic) => ({ params: { slug: topic.slug }, props: { topic } }));
}) satisfies GetStaticPaths;

/** A topic's papers as BibTeX. */
export const GET: APIRoute<{ topic: Topic }> = async ({ props: { topic } }) =>
  new Response(DUMPS["papers.bib"]?.(pick(await getCatalog(), topic.papers)));
