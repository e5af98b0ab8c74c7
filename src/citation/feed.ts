import type { RSSFeedItem } from "@astrojs/rss";
import { getRssString } from "@astrojs/rss";
import type { Paper } from "../paper/paper.ts";
import type { Urls } from "../urls.ts";
import { arxivUrl, doiUrl } from "./links.ts";
import { published } from "./metadata.ts";

/** How many papers a feed carries: a reader that comes weekly misses none. */
const LATEST = 50;

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

type FeedUrls = Pick<Urls, "absolute" | "paper">;

/**
 * What a feed calls a paper: its arXiv address or DOI, else the address of its first key. A renamed key leaves it as
 * it is, so that nobody's reader shows the paper as new.
 */
export function feedId({ arxiv, doi, key, aliases }: Paper, urls: FeedUrls): string {
  if (arxiv !== undefined) return arxivUrl(arxiv);
  if (doi !== undefined) return doiUrl(doi);
  return urls.absolute(urls.paper(aliases[0] ?? key));
}

const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

function toItem(paper: Paper, urls: FeedUrls): RSSFeedItem {
  const date = published(paper);
  const authors = paper.authors.map((author) => author.name).join(", ");
  return {
    title: paper.title,
    link: urls.absolute(urls.paper(paper.key)),
    description: oneLine(paper.abstract.text),
    categories: paper.tags,
    ...(date ? { pubDate: date } : {}),
    ...(authors === "" ? {} : { customData: `<dc:creator>${escapeXml(authors)}</dc:creator>` }),
  };
}

const XML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeXml = (text: string) => text.replace(/[&<>]/gu, (c) => XML[c] ?? c);

/** A feed of the newest of these papers: RSS 2.0 with Dublin Core creators and its own address as Atom asks. */
export async function rssFeed(
  papers: readonly Paper[],
  about: About,
  urls: FeedUrls,
): Promise<string> {
  const self = urls.absolute(about.feed);
  const latest = papers.slice(0, LATEST);
  const xml = await getRssString({
    title: about.title,
    description: about.description,
    site: urls.absolute(about.page),
    trailingSlash: true,
    xmlns: { dc: "http://purl.org/dc/elements/1.1/", atom: "http://www.w3.org/2005/Atom" },
    customData: `<language>${escapeXml(about.language)}</language><atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>`,
    items: latest.map((paper) => toItem(paper, urls)),
  });
  // The library names items by their addresses, which a renamed key changes.
  let at = 0;
  return xml.replace(/<guid isPermaLink="true">[^<]*<\/guid>/gu, (guid) => {
    const paper = latest[at];
    at += 1;
    return paper ? `<guid isPermaLink="false">${escapeXml(feedId(paper, urls))}</guid>` : guid;
  });
}

/** The same as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeed(papers: readonly Paper[], about: About, urls: FeedUrls): string {
  const items = papers.slice(0, LATEST).map((paper) => {
    const id = feedId(paper, urls);
    const url = urls.absolute(urls.paper(paper.key));
    const date = published(paper);
    return {
      id,
      url,
      ...(/^https:\/\/(?:arxiv|doi)\.org\//u.test(id) ? { external_url: id } : {}),
      title: paper.title,
      content_text: oneLine(paper.abstract.text) || paper.title,
      ...(date ? { date_published: date.toISOString() } : {}),
      ...(paper.authors.length > 0 ? { authors: paper.authors.map(({ name }) => ({ name })) } : {}),
      ...(paper.tags.length > 0 ? { tags: paper.tags } : {}),
    };
  });
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: about.title,
    home_page_url: urls.absolute(about.page),
    feed_url: urls.absolute(about.feed),
    description: about.description,
    language: about.language,
    items,
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

/** The kinds of feeds, by the ends of their names. */
export const FEEDS = { xml: rssFeed, json: jsonFeed } as const;

export type FeedKind = keyof typeof FEEDS;

/** What each kind is called where pages name it. */
export const FEED_TYPES: Readonly<Record<FeedKind, string>> = {
  xml: "application/rss+xml",
  json: "application/feed+json",
};

export const FEED_KINDS = Object.keys(FEEDS) as FeedKind[];
