import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../../../catalog/index.ts";
import { pick } from "../../../catalog/pick.ts";
import type { Tag } from "../../../catalog/types.ts";
import type { FeedKind } from "../../../citation/feed.ts";
import { FEED_KINDS, FEED_TYPES, FEEDS } from "../../../citation/feed.ts";
import { site } from "../../../site.ts";

export const getStaticPaths = (async () => {
  const { tags } = await getCatalog();
  return tags.flatMap((tag) =>
    FEED_KINDS.map((kind) => ({ params: { slug: tag.slug, kind }, props: { tag, kind } })),
  );
}) satisfies GetStaticPaths;

/** The newest papers with a tag. */
export const GET: APIRoute<{ tag: Tag; kind: FeedKind }> = async ({ props: { tag, kind } }) => {
  const { language, urls } = site;
  const about = {
    title: `${tag.name} · ${site.title}`,
    description: tag.about ?? `Papers tagged ${tag.name}.`,
    language,
    page: urls.tag(tag.slug),
    feed: urls.tagFeed(tag.slug, kind),
  };
  const feed = await FEEDS[kind](pick(await getCatalog(), tag.papers), about, urls);
  return new Response(feed, { headers: { "content-type": FEED_TYPES[kind] } });
};
