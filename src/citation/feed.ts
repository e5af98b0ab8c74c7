import type { Paper } from "../paper/paper.ts";
import type { Urls } from "../urls.ts";
import type { About, FeedItem } from "./feed-format.ts";
import { writeJsonFeed, writeRss } from "./feed-format.ts";
import { arxivUrl, doiUrl } from "./links.ts";
import { published } from "./metadata.ts";

/** How many papers a feed carries: a reader that comes weekly misses none. */
const LATEST = 50;

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

function toItem(paper: Paper, urls: FeedUrls): FeedItem {
  const date = published(paper);
  return {
    id: feedId(paper, urls),
    url: urls.absolute(urls.paper(paper.key)),
    title: paper.title,
    text: oneLine(paper.abstract.text),
    ...(date ? { date } : {}),
    authors: paper.authors.map(({ name }) => name),
    tags: paper.tags,
  };
}

const latest = (papers: readonly Paper[], urls: FeedUrls) =>
  papers.slice(0, LATEST).map((paper) => toItem(paper, urls));

/** A feed of the newest of these papers as RSS. */
export const rssFeed = (papers: readonly Paper[], about: About, urls: FeedUrls): Promise<string> =>
  writeRss(latest(papers, urls), about, urls);

/** The same as JSON Feed. */
export const jsonFeed = (papers: readonly Paper[], about: About, urls: FeedUrls): string =>
  writeJsonFeed(latest(papers, urls), about, urls);

/** The kinds of feeds, by the ends of their names. */
export const FEEDS = { xml: rssFeed, json: jsonFeed } as const;

export type FeedKind = keyof typeof FEEDS;

/** What each kind is called where pages name it. */
export const FEED_TYPES: Readonly<Record<FeedKind, string>> = {
  xml: "application/rss+xml",
  json: "application/feed+json",
};

export const FEED_KINDS = Object.keys(FEEDS) as FeedKind[];
