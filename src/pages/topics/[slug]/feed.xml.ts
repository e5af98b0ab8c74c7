import rss from "@astrojs/rss";
import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../../../catalog/index.ts";
import { pick } from "../../../catalog/pick.ts";
import type { Topic } from "../../../catalog/types.ts";
import { feedOf } from "../../../citation/feed.ts";
import { site } from "../../../site.ts";

export const getStaticPaths = (async () => {
  const { topics } = await getCatalog();
  return topics.map((topic) => ({ params: { slug: topic.slug }, props: { topic } }));
}) satisfies GetStaticPaths;

/** The newest papers of a topic. */
export const GET: APIRoute<{ topic: Topic }> = async ({ props: { topic } }) => {
  const { language, urls } = site;
  const about = {
    title: `${topic.name} · ${site.title}`,
    description: topic.summary,
    language,
    page: urls.topic(topic.slug),
    feed: urls.topicFeed(topic.slug),
  };
  return rss(feedOf(pick(await getCatalog(), topic.papers), about, urls));
};
