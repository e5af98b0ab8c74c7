import rss from "@astrojs/rss";
import type { APIRoute } from "astro";
import { getCatalog } from "../catalog/index.ts";
import { feedOf } from "../citation/feed.ts";
import { site } from "../site.ts";

/** The newest papers of the whole collection. */
export const GET: APIRoute = async () => {
  const { papers } = await getCatalog();
  const { title, description, language, urls } = site;
  return rss(
    feedOf(papers, { title, description, language, page: urls.home(), feed: urls.feed() }, urls),
  );
};
