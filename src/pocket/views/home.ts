import { counted } from "../../components/counts.ts";
import { make } from "../../search/element/dom.ts";
import type { Library } from "../library.ts";
import type { View } from "./draw.ts";
import { items, link, tagChip, urls } from "./draw.ts";
import { topicCard, yearRows } from "./indexes.ts";
import { paperRows } from "./rows.ts";
import { searchForm } from "./search-form.ts";

/** Papers, tags and years that the first page shows, as the site's does. */
const NEWEST = 8;
const TAGS = 16;
const YEARS = 8;

/** What this is, the search, the ways in with their numbers. */
function hero({ shelves }: Library): HTMLElement {
  const ways = [
    { count: shelves.papers, name: "paper", path: urls.papers() },
    { count: shelves.topics.length, name: "topic", path: urls.topics() },
    { count: shelves.tags.length, name: "tag", path: urls.tags() },
    { count: shelves.authors, name: "author", path: urls.authors() },
    { count: shelves.venues.length, name: "venue", path: urls.venues() },
    { count: shelves.years.length, name: "year", path: urls.years() },
  ].filter(({ count }) => count > 0);
  return make(
    "div",
    { class: "hero" },
    make("h1", {}, shelves.tagline),
    make("p", {}, shelves.description),
    searchForm("Title, author, arXiv id …"),
    make(
      "p",
      { class: "ways" },
      ...ways.map(({ count, name, path }) => link(path, counted(count, name))),
    ),
  );
}

const part = (title: string, ...children: Node[]) =>
  make("section", {}, make("h2", {}, title), ...children);

/** The first page. */
export async function homeView(library: Library): Promise<View> {
  const { shelves } = library;
  const newest = await library.papers(
    Array.from({ length: Math.min(NEWEST, shelves.papers) }, (_, number) => number),
  );
  const tags = shelves.tags
    .toSorted((a, b) => b.papers.length - a.papers.length)
    .slice(0, TAGS)
    .map((tag) => tagChip(tag, tag.papers.length));
  const cards = shelves.topics.map((topic) => topicCard(topic, 3));
  const topics = make(
    "section",
    { class: "part" },
    make("div", { class: "part-head" }, make("h2", {}, "Topics")),
    make("ul", { class: "cards" }, ...cards),
  );
  const head = make(
    "div",
    { class: "part-head" },
    make("h2", {}, "Newest papers"),
    link(urls.papers(), `All ${counted(shelves.papers, "paper")}`),
  );
  const rail = make(
    "div",
    { class: "rail" },
    ...(tags.length === 0
      ? []
      : [part("Much-used tags", make("ul", { class: "chips" }, ...items(tags)))]),
    ...(shelves.years.length === 0 ? [] : [part("Years", yearRows(shelves.years.slice(0, YEARS)))]),
  );
  const rows = make("section", {}, head, paperRows(newest, library, 3));
  return {
    title: shelves.title,
    nodes: [
      hero(library),
      ...(cards.length === 0 ? [] : [topics]),
      make("div", { class: "part with-rail" }, rows, rail),
    ],
  };
}
