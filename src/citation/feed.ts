import type { RSSFeedItem, RSSOptions } from "@astrojs/rss";
import type { Paper } from "../paper/paper.ts";
import type { Urls } from "../urls.ts";
import { published } from "./metadata.ts";

/** How many papers a feed carries: a reader that comes weekly misses none. */
const LATEST = 50;

function toItem(paper: Paper, urls: Urls): RSSFeedItem {
  const date = published(paper);
  const authors = paper.authors.map((author) => author.name).join(", ");
  return {
    title: paper.title,
    link: urls.absolute(urls.paper(paper.key)),
    description: paper.abstract.text.replace(/\s+/gu, " ").trim(),
    categories: paper.tags,
    ...(date ? { pubDate: date } : {}),
    ...(authors === "" ? {} : { customData: `<dc:creator>${escapeXml(authors)}</dc:creator>` }),
  };
}

const XML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeXml = (text: string) => text.replace(/[&<>]/gu, (c) => XML[c] ?? c);

/** A feed of the newest of these papers (RSS 2.0 with Dublin Core creators and its own address as Atom asks). */
export function feedOf(
  papers: readonly Paper[],
  about: { title: string; description: string; page: string; feed: string; language: string },
  urls: Urls,
): RSSOptions {
  const self = urls.absolute(about.feed);
  return {
    title: about.title,
    description: about.description,
    site: urls.absolute(about.page),
    trailingSlash: true,
    xmlns: { dc: "http://purl.org/dc/elements/1.1/", atom: "http://www.w3.org/2005/Atom" },
    customData: `<language>${escapeXml(about.language)}</language><atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>`,
    items: papers.slice(0, LATEST).map((paper) => toItem(paper, urls)),
  };
}
