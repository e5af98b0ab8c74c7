import { counted, countText } from "../../components/counts.ts";
import { byLetter, ONE_PAGE } from "../../components/index/letters.ts";
import { make } from "../../search/element/dom.ts";
import type { PocketAuthor, PocketTopic } from "../contents.ts";
import type { Library } from "../library.ts";
import type { Shelf } from "../routes.ts";
import type { Child, View } from "./draw.ts";
import { link, some, urls, yearBars } from "./draw.ts";
import { filterOf, pageHead } from "./list.ts";

/** A topic as a card: its hue, what it is, how many papers in which years. */
export function topicCard(topic: PocketTopic, level: 2 | 3): HTMLLIElement {
  const count = make("span", { class: "count" }, counted(topic.papers.length, "paper"));
  return make(
    "li",
    { class: `card hue-${String(topic.hue)}` },
    make(level === 2 ? "h2" : "h3", {}, link(urls.topic(topic.slug), topic.name)),
    make("p", {}, topic.summary),
    make("div", { class: "card-foot" }, count, yearBars(topic.years)),
  );
}

/** Years from the newest, each with a bar as long as its papers are many. */
export function yearRows(years: readonly { year: number; papers: readonly number[] }[]) {
  const most = Math.max(1, ...years.map(({ papers }) => papers.length));
  const rows = years.map(({ year, papers }) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    bar.setAttribute("aria-hidden", "true");
    bar.setAttribute("viewBox", "0 0 100 10");
    bar.setAttribute("preserveAspectRatio", "none");
    const fill = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    fill.setAttribute("width", Math.max(0.5, (papers.length / most) * 100).toFixed(1));
    fill.setAttribute("height", "10");
    fill.setAttribute("fill", "currentColor");
    bar.append(fill);
    const count = make("span", { class: "count" }, counted(papers.length, "paper"));
    return make("li", {}, link(urls.year(year), make("span", {}, String(year)), bar, count));
  });
  return make("ol", { class: "bars", "data-rows": "" }, ...rows);
}

/** An index page with a box that filters it. */
function filtered(title: string, id: string, says: Child[], ...body: Node[]): View {
  const filter = filterOf(id, `Filter ${title.toLowerCase()}`);
  const bar = make("div", { class: "list-bar" }, make("p", {}, ...says), filter.box);
  return { title, nodes: [pageHead(title), bar, filter.status, ...body] };
}

const entry = (name: HTMLElement, papers: readonly number[], about: string | undefined) =>
  make(
    "li",
    {},
    make(
      "div",
      { class: "name" },
      name,
      make("span", { class: "count" }, countText(papers.length)),
    ),
    ...(about === undefined ? [] : [make("p", {}, about)]),
  );

const strong = (n: number) => make("strong", {}, countText(n));

function authorNames(authors: readonly PocketAuthor[]): HTMLElement {
  const names = authors.map(({ slug, name, papers }) =>
    make(
      "li",
      {},
      link(urls.author(slug), name),
      ...(papers.length > 1 ? [make("span", { class: "count" }, countText(papers.length))] : []),
    ),
  );
  return make("ul", { class: "names", "data-rows": "" }, ...names);
}

const nameOf = (letter: string) => (letter === "#" ? "Other scripts" : letter);

function letterNav(letters: readonly string[], current?: string): HTMLElement {
  const links = letters.map((letter) => {
    const way = link(urls.authorLetter(letter), letter);
    if (letter === "#") way.setAttribute("aria-label", nameOf(letter));
    if (letter === current) way.setAttribute("aria-current", "page");
    return way;
  });
  return make("nav", { class: "letters", "aria-label": "Letters" }, ...links);
}

const letterSection = (title: string, authors: readonly PocketAuthor[]) =>
  make(
    "section",
    { class: "letter", "data-group": "" },
    make("h2", {}, title),
    authorNames(authors),
  );

/** Authors of one letter; undefined where there are none. */
export async function letterView(library: Library, letter: string): Promise<View | undefined> {
  const groups = byLetter(await library.authors());
  const group = groups.find((each) => each.letter === letter);
  if (!group) return undefined;
  const title = `Authors: ${nameOf(letter)}`;
  const kind = { name: "Authors", path: urls.authors() };
  const nav = letterNav(
    groups.map((each) => each.letter),
    letter,
  );
  return {
    title,
    nodes: [pageHead(title, [], { kind }), nav, authorNames(group.authors)],
  };
}

async function authorsView(library: Library): Promise<View> {
  const authors = await library.authors();
  const groups = byLetter(authors);
  const nav = letterNav(groups.map(({ letter }) => letter));
  const says = [strong(authors.length), " authors, by family name"];
  if (authors.length <= ONE_PAGE) {
    const sections = groups.map((group) => letterSection(nameOf(group.letter), group.authors));
    return filtered("Authors", "authors", says, nav, make("div", { id: "authors" }, ...sections));
  }
  const busiest = authors.toSorted((a, b) => b.papers.length - a.papers.length).slice(0, 60);
  const bar = make("div", { class: "list-bar" }, make("p", {}, ...says));
  return {
    title: "Authors",
    nodes: [pageHead("Authors"), bar, nav, letterSection("With most papers here", busiest)],
  };
}

/** The index of one kind of thing. */
export function shelfView(library: Library, shelf: Shelf): View | Promise<View> {
  const { topics, tags, venues, years, papers } = library.shelves;
  switch (shelf) {
    case "topics": {
      const says = `${counted(papers, "paper")} under ${counted(topics.length, "topic")}, each with an introduction.`;
      const cards = topics.map((topic) => topicCard(topic, 2));
      const list = make("ul", { class: "cards", "data-rows": "" }, ...cards);
      return { title: "Topics", nodes: [pageHead("Topics", [make("p", {}, says)]), list] };
    }
    case "tags": {
      const entries = tags
        .toSorted((a, b) => a.name.localeCompare(b.name, "en"))
        .map((tag) => entry(link(urls.tag(tag.slug), tag.name), tag.papers, tag.about));
      const list = make("ul", { class: "entries", id: "tags", "data-rows": "" }, ...entries);
      return filtered("Tags", "tags", [strong(tags.length), " tags, A to Z"], list);
    }
    case "authors":
      return authorsView(library);
    case "venues": {
      const entries = venues
        .toSorted((a, b) => b.papers.length - a.papers.length)
        .map((venue) => {
          const held = venue.years.filter(({ count }) => count > 0).map(({ year }) => year);
          const span = [...new Set([held[0], held.at(-1)])].join("–");
          return entry(link(urls.venue(venue.slug), venue.name), venue.papers, span);
        });
      const list = make("ul", { class: "entries", id: "venues", "data-rows": "" }, ...entries);
      const says = [
        strong(venues.length),
        venues.length === 1 ? " conference or journal" : " conferences and journals",
        ", most papers first",
      ];
      return filtered("Venues", "venues", says, list);
    }
    case "years": {
      const undated = papers - years.reduce((sum, year) => sum + year.papers.length, 0);
      const says = some(
        "By the day on which a paper first appeared.",
        undated > 0 && ` ${counted(undated, "paper")} without a known date.`,
      );
      return {
        title: "Years",
        nodes: [pageHead("Years", [make("p", {}, ...says)]), yearRows(years)],
      };
    }
  }
}
