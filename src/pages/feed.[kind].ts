import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../catalog/index.ts";
import type { FeedKind } from "../citation/feed.ts";
import { FEED_KINDS, FEED_TYPES, FEEDS } from "../citation/feed.ts";
import { site } from "../site.ts";

export const getStaticPaths = (() =>
  FEED_KINDS.map((kind) => ({ params: { kind }, props: { kind } }))) satisfies GetStaticPaths;

/** The newest papers of the whole collection. */
export const GET: APIRoute<{ kind: FeedKind }> = async ({ props: { kind } }) => {
  const { papers } = await getCatalog();
  const { title, description, language, urls } = site;
  const about = { title, description, language, page: urls.home(), feed: urls.feed(kind) };
  const feed = await FEEDS[kind](papers, about, urls);
  return new Response(feed, { headers: { "content-type": FEED_TYPES[kind] } });
};
