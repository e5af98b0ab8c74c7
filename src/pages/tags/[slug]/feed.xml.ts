import rss from "@astrojs/rss";
import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../../../catalog/index.ts";
import { pick } from "../../../catalog/pick.ts";
import type { Tag } from "../../../catalog/types.ts";
import { feedOf } from "../../../citation/feed.ts";
import { site } from "../../../site.ts";

export const getStaticPaths = (async () => {
  const { tags } = await getCatalog();
  return tags.map((tag) => ({ params: { slug: tag.slug }, props: { tag } }));
}) satisfies GetStaticPaths;

/** The newest papers with a tag. */
export const GET: APIRoute<{ tag: Tag }> = async ({ props: { tag } }) => {
  const { language, urls } = site;
  const about = {
    title: `${tag.name} · ${site.title}`,
    description: tag.about ?? `Papers tagged ${tag.name}.`,
    language,
    page: urls.tag(tag.slug),
    feed: urls.tagFeed(tag.slug),
  };
  return rss(feedOf(pick(await getCatalog(), tag.papers), about, urls));
};
