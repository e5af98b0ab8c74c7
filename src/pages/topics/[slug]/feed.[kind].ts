import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../../../catalog/index.ts";
import { pick } from "../../../catalog/pick.ts";
import type { Topic } from "../../../catalog/types.ts";
import type { FeedKind } from "../../../citation/feed.ts";
import { FEED_KINDS, FEED_TYPES, FEEDS } from "../../../citation/feed.ts";
import { site } from "../../../site.ts";

export const getStaticPaths = (async () => {
  const { topics } = await getCatalog();
  return topics.flatMap((topic) =>
    FEED_KINDS.map((kind) => ({ params: { slug: topic.slug, kind }, props: { topic, kind } })),
  );
}) satisfies GetStaticPaths;

/** The newest papers of a topic. */
export const GET: APIRoute<{ topic: Topic; kind: FeedKind }> = async ({
  props: { topic, kind },
}) => {
  const { language, urls } = site;
  const about = {
    title: `${topic.name} · ${site.title}`,
    description: topic.summary,
    language,
    page: urls.topic(topic.slug),
    feed: urls.topicFeed(topic.slug, kind),
  };
  const feed = await FEEDS[kind](pick(await getCatalog(), topic.papers), about, urls);
  return new Response(feed, { headers: { "content-type": FEED_TYPES[kind] } });
};
