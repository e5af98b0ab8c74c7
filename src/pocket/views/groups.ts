import { make } from "../../search/element/dom.ts";
import type { PocketTopic } from "../contents.ts";
import type { Library } from "../library.ts";
import type { Shelf } from "../routes.ts";
import type { View } from "./draw.ts";
import { trusted, urls } from "./draw.ts";
import type { Rail } from "./list.ts";
import { listView, pageHead, railOf } from "./list.ts";

/** Characters of HTML that fit above the fold of a phone, as on the site. */
const SHORT = 700;

/** A topic's introduction; a long one folds. */
function introOf(html: string): Node[] {
  if (html === "") return [];
  const prose = make("div", { class: "prose" }, ...trusted(html));
  if (html.length <= SHORT) return [make("div", { class: "intro" }, prose)];
  const box = make("input", { type: "checkbox", class: "sr-only" });
  const more = make("label", { class: "read-on" }, box, "Read the introduction");
  return [make("div", { class: "intro long" }, prose, more)];
}

const topicHead = (topic: PocketTopic, page: number) =>
  pageHead(
    topic.name,
    [make("p", {}, topic.summary), ...(page === 1 ? introOf(topic.introHtml) : [])],
    { kind: { name: "Topics", path: urls.topics() }, hue: topic.hue },
  );

/** Everything under one topic, tag, author, venue or year; undefined where there is no such thing. */
export async function groupView(
  library: Library,
  shelf: Shelf,
  slug: string,
  page: number,
): Promise<View | undefined> {
  const { shelves } = library;
  const under = (
    group: { name: string; papers: number[] },
    facet: string,
    pathOf: (page: number) => string,
    rail: Rail,
    head?: HTMLElement,
  ) =>
    listView(library, {
      title: group.name,
      numbers: group.papers,
      page,
      pathOf,
      query: `${facet}=${encodeURIComponent(slug)}`,
      rail: railOf(rail),
      head:
        head ??
        pageHead(group.name, [], {
          kind: { name: SHELF_NAMES[shelf], path: urls[shelf]() },
        }),
    });
  switch (shelf) {
    case "topics": {
      const topic = library.topics.get(slug);
      if (!topic) return undefined;
      const { hue, years, tags } = topic;
      const pathOf = (n: number) => urls.topic(slug, n);
      return under(topic, "topic", pathOf, { hue, years, tags }, topicHead(topic, page));
    }
    case "tags": {
      const tag = library.tags.get(slug);
      if (!tag) return undefined;
      const about = tag.about === undefined ? [] : [make("p", {}, tag.about)];
      const head = pageHead(tag.name, about, { kind: { name: "Tags", path: urls.tags() } });
      const { synonyms, related } = tag;
      return under(tag, "tag", (n) => urls.tag(slug, n), { synonyms, tags: related }, head);
    }
    case "authors": {
      const author = (await library.authors()).find((each) => each.slug === slug);
      if (!author) return undefined;
      return under(author, "author", (n) => urls.author(slug, n), {
        people: author.coauthors,
        morePeople: author.moreCoauthors ?? 0,
      });
    }
    case "venues": {
      const venue = shelves.venues.find((each) => each.slug === slug);
      if (!venue) return undefined;
      const full = venue.full === undefined ? [] : [make("p", {}, venue.full)];
      const head = pageHead(venue.name, full, { kind: { name: "Venues", path: urls.venues() } });
      return under(venue, "venue", (n) => urls.venue(slug, n), { years: venue.years }, head);
    }
    case "years": {
      const year = shelves.years.find((each) => each.slug === slug);
      return year && under(year, "year", (n) => urls.year(slug, n), {});
    }
  }
}

export const SHELF_NAMES: Readonly<Record<Shelf, string>> = {
  topics: "Topics",
  tags: "Tags",
  authors: "Authors",
  venues: "Venues",
  years: "Years",
};

/** Every paper, newest first. */
export function papersView(library: Library, page: number, further: HTMLElement) {
  const { shelves } = library;
  const years = shelves.years
    .map(({ year, papers }) => ({ year, count: papers.length }))
    .toSorted((a, b) => a.year - b.year);
  return listView(library, {
    title: "Papers",
    numbers: Array.from({ length: shelves.papers }, (_, number) => number),
    page,
    pathOf: urls.papers,
    rail: railOf({ years, further: [further] }),
  });
}
