import { attachFilter } from "../../components/behaviour/filter.ts";
import { countText } from "../../components/counts.ts";
import { offeredPages, pageOf } from "../../components/list/page-of.ts";
import type { YearCount } from "../../components/year-bars.ts";
import { withPauses } from "../../components/year-bars.ts";
import { make } from "../../search/element/dom.ts";
import type { Library } from "../library.ts";
import type { Child, View } from "./draw.ts";
import { items, link, some, tagChip, urls, yearBars } from "./draw.ts";
import { paperRows } from "./rows.ts";

/** The head of a page: the index that it belongs to, its title, a sentence or more. */
export function pageHead(
  title: string,
  children: readonly Child[] = [],
  { kind, hue }: { kind?: { name: string; path: string }; hue?: number } = {},
): HTMLElement {
  const dot = hue === undefined ? undefined : make("span", { class: "dot" });
  const up = kind && make("p", { class: "kind" }, link(kind.path, kind.name));
  return make(
    "header",
    { class: hue === undefined ? "page-head" : `page-head hue-${String(hue)}` },
    ...some(up, make("h1", {}, ...some(dot, title)), ...children),
  );
}

/** A box that narrows what it names as one types, and the line that says to what. */
export function filterOf(target: string, label: string): { box: HTMLElement; status: HTMLElement } {
  const input = make("input", {
    class: "field",
    type: "search",
    "data-filter": target,
    "aria-label": label,
    placeholder: label,
    autocomplete: "off",
    spellcheck: "false",
  });
  // It looks for its list on the page, which is not drawn yet.
  input.addEventListener(
    "focus",
    () => {
      attachFilter(input);
    },
    { once: true },
  );
  const status = make("p", { class: "none quiet", id: `${target}-status`, role: "status" });
  return { box: make("search", { class: "filter" }, input), status };
}

function pager(page: number, pages: number, pathOf: (page: number) => string): Node[] {
  if (pages === 1) return [];
  const numbers = offeredPages(page, pages).map((n) => {
    if (n === 0) return make("span", {}, "…");
    const number = link(pathOf(n), make("span", { class: "sr-only" }, "Page "), String(n));
    number.className = "button";
    if (n === page) number.setAttribute("aria-current", "page");
    return number;
  });
  const way = (n: number, name: string, rel: string) =>
    make("a", { class: "button", rel, href: pathOf(n) }, name);
  const ways = some(
    page > 1 && way(page - 1, "Newer", "prev"),
    ...numbers,
    page < pages && way(page + 1, "Older", "next"),
  );
  return [make("nav", { class: "pager", "aria-label": "Pages" }, ...ways)];
}

/** What stands beside a list: each part only where it says something. */
export interface Rail {
  hue?: number;
  years?: readonly YearCount[];
  synonyms?: readonly string[];
  tags?: readonly { slug: string; name: string; count: number }[];
  people?: readonly { slug: string; name: string; count: number }[];
  /** How many people there are beside those. */
  morePeople?: number;
  further?: readonly Child[];
}

const section = (title: string, ...children: Child[]) =>
  make("section", {}, make("h2", {}, title), ...children);

export function railOf({ hue, synonyms = [], tags = [], people = [], further, ...rest }: Rail) {
  const { morePeople = 0 } = rest;
  const years = withPauses(rest.years ?? []);
  const ends = [years[0], years.at(-1)].map((end) => make("span", {}, String(end?.year ?? "")));
  const names = people.map(({ slug, name, count }) =>
    make(
      "li",
      {},
      link(urls.author(slug), name),
      ...(count > 1 ? [make("span", { class: "count" }, countText(count))] : []),
    ),
  );
  const chips = tags.slice(0, 10).map((tag) => tagChip(tag, tag.count));
  return make(
    "aside",
    {
      class: hue === undefined ? "rail" : `rail hue-${String(hue)}`,
      "aria-label": "About this list",
    },
    ...some(
      years.length > 1 &&
        section("Papers a year", yearBars(years), make("div", { class: "axis" }, ...ends)),
      synonyms.length > 0 && section("Also called", make("p", {}, synonyms.join(", "))),
      chips.length > 0 && section("Often with", make("ul", { class: "chips" }, ...items(chips))),
      names.length > 0 &&
        section(
          "Wrote with",
          make("ul", {}, ...names),
          ...some(
            morePeople > 0 && make("p", { class: "quiet" }, `and ${countText(morePeople)} more`),
          ),
        ),
      ...(further ?? []),
    ),
  );
}

/** A page that lists papers: how many in which order, a filter, the rows, the way to the other pages. */
export async function listView(
  library: Library,
  list: {
    title: string;
    numbers: readonly number[];
    page: number;
    pathOf: (page: number) => string;
    head?: HTMLElement;
    /** The search that has the same papers: `topic=scaling-laws`. */
    query?: string;
    rail: HTMLElement;
  },
): Promise<View | undefined> {
  const { title, query, pathOf } = list;
  const shown = pageOf(list.numbers, list.page, library.shelves.pageSize);
  if (list.page > shown.pages) return undefined;
  const papers = await library.papers(shown.items);
  const last = shown.first + shown.items.length - 1;
  const total = make(
    "strong",
    {},
    shown.pages === 1 ? countText(shown.total) : `${countText(shown.first)}–${countText(last)}`,
  );
  const noun = shown.total === 1 ? " paper" : " papers";
  const search = urls.search([query, "sort=newest"].filter(Boolean).join("&"));
  const filter = filterOf("rows", shown.pages === 1 ? "Filter these papers" : "Filter this page");
  const says = make(
    "p",
    {},
    total,
    shown.pages === 1 ? noun : ` of ${countText(shown.total)}${noun}`,
    ...(shown.total > 1 ? [", newest first · ", link(search, "narrow by search")] : []),
  );
  const bar = make("div", { class: "list-bar" }, ...some(says, papers.length > 3 && filter.box));
  const body = make(
    "div",
    {},
    bar,
    filter.status,
    paperRows(papers, library),
    ...pager(shown.page, shown.pages, pathOf),
  );
  return {
    title: shown.page > 1 ? `${title}, page ${String(shown.page)}` : title,
    nodes: [list.head ?? pageHead(title), make("div", { class: "with-rail" }, body, list.rail)],
  };
}
