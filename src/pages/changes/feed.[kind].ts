import type { APIRoute, GetStaticPaths } from "astro";
import { readHistory } from "../../addresses/history.ts";
import { getCatalog } from "../../catalog/index.ts";
import type { FeedKind } from "../../citation/feed.ts";
import { FEED_KINDS, FEED_TYPES } from "../../citation/feed.ts";
import { writeJsonFeed, writeRss } from "../../citation/feed-format.ts";
import { historyItems } from "../../citation/history-feed.ts";
import { site } from "../../site.ts";

export const getStaticPaths = (() =>
  FEED_KINDS.map((kind) => ({ params: { kind }, props: { kind } }))) satisfies GetStaticPaths;

/** What the latest imports brought. */
export const GET: APIRoute<{ kind: FeedKind }> = async ({ props: { kind } }) => {
  const { language, urls } = site;
  const about = {
    title: `Changes · ${site.title}`,
    description: `Papers that were added to ${site.title}, changed or removed, import by import.`,
    language,
    page: urls.changes(),
    feed: urls.changesFeed(kind),
  };
  const items = historyItems(readHistory(site.contentDir, await getCatalog()), urls);
  const write = kind === "xml" ? writeRss : writeJsonFeed;
  return new Response(await write(items, about, urls), {
    headers: { "content-type": FEED_TYPES[kind] },
  });
};
