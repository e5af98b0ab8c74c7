import type { RSSFeedItem } from "@astrojs/rss";
import { getRssString } from "@astrojs/rss";
import type { Urls } from "../urls.ts";

/** What a feed is about. Paths below the site's origin. */
export interface About {
  title: string;
  description: string;
  /** The page with the same papers. */
  page: string;
  /** The feed itself. */
  feed: string;
  language: string;
}

/** One item of a feed of either kind. */
export interface FeedItem {
  /** A name that lasts: by it readers know what they have shown already. */
  id: string;
  /** Absolute. */
  url: string;
  title: string;
  /** Plain words on one line. */
  text: string;
  date?: Date;
  authors?: readonly string[];
  tags?: readonly string[];
}

/** What both kinds need of the site. */
export type FeedUrls = Pick<Urls, "absolute">;

const XML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeXml = (text: string) => text.replace(/[&<>]/gu, (c) => XML[c] ?? c);

function toRss({ url, title, text, date, authors = [], tags = [] }: FeedItem): RSSFeedItem {
  const names = authors.join(", ");
  return {
    title,
    link: url,
    description: text,
    categories: [...tags],
    ...(date ? { pubDate: date } : {}),
    ...(names === "" ? {} : { customData: `<dc:creator>${escapeXml(names)}</dc:creator>` }),
  };
}

/** RSS 2.0 with Dublin Core creators and its own address as Atom asks. */
export async function writeRss(
  items: readonly FeedItem[],
  about: About,
  urls: FeedUrls,
): Promise<string> {
  const self = urls.absolute(about.feed);
  const xml = await getRssString({
    title: about.title,
    description: about.description,
    site: urls.absolute(about.page),
    trailingSlash: true,
    xmlns: { dc: "http://purl.org/dc/elements/1.1/", atom: "http://www.w3.org/2005/Atom" },
    customData: `<language>${escapeXml(about.language)}</language><atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>`,
    items: items.map(toRss),
  });
  // The library names items by their addresses, which a renamed key changes.
  let at = 0;
  return xml.replace(/<guid isPermaLink="true">[^<]*<\/guid>/gu, (guid) => {
    const item = items[at];
    at += 1;
    return item ? `<guid isPermaLink="false">${escapeXml(item.id)}</guid>` : guid;
  });
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function writeJsonFeed(items: readonly FeedItem[], about: About, urls: FeedUrls): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: about.title,
    home_page_url: urls.absolute(about.page),
    feed_url: urls.absolute(about.feed),
    description: about.description,
    language: about.language,
    items: items.map(({ id, url, title, text, date, authors = [], tags = [] }) => ({
      id,
      url,
      ...(/^https:\/\/(?:arxiv|doi)\.org\//u.test(id) ? { external_url: id } : {}),
      title,
      content_text: text || title,
      ...(date ? { date_published: date.toISOString() } : {}),
      ...(authors.length > 0 ? { authors: authors.map((name) => ({ name })) } : {}),
      ...(tags.length > 0 ? { tags } : {}),
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
