import { counted, countText } from "../../components/counts.ts";
import { make } from "../../search/element/dom.ts";
import { startSearch } from "../../search/element/search-page.ts";
import { dump } from "../citing.ts";
import type { Library } from "../library.ts";
import { readRoute } from "../routes.ts";
import type { Child } from "./draw.ts";
import { icon, link, topicLink, urls } from "./draw.ts";

/** The search page, its parts named as the site's search script expects them. */

const named = (
  tag: "div" | "p" | "ul" | "section" | "span",
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: Child[]
) => make(tag, { ...attributes, "data-part": name }, ...children);

const button = (attributes: Readonly<Record<string, string>>, ...children: Child[]) =>
  make("button", { type: "button", ...attributes }, ...children);

function form(): HTMLElement {
  const input = make("input", {
    class: "field",
    type: "search",
    name: "q",
    "aria-label": "Search papers",
    "aria-keyshortcuts": "/",
    placeholder: "Words, authors, ids…",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
    "data-part": "input",
  });
  const send = make("button", { type: "submit", "aria-label": "Search" }, icon("search", 22));
  const attributes = { class: "search-form search-large", role: "search", "data-part": "form" };
  return make("form", attributes, input, send);
}

const FORMATS = { bib: "BibTeX", ris: "RIS", json: "CSL-JSON", csv: "Table (CSV)" };
const SORTS = { relevance: "Best match", newest: "Newest", oldest: "Oldest", title: "Title" };

function bar({ shelves }: Library): HTMLElement {
  const menu = make(
    "details",
    {
      class: "menu",
      "data-part": "exports",
      "data-site": shelves.title,
      "data-updated": shelves.updated,
      hidden: "",
    },
    make("summary", { class: "button" }, "Export"),
    make(
      "div",
      { class: "menu-body" },
      ...Object.entries(FORMATS).map(([value, label]) => button({ value }, label)),
      button({ value: "method" }, "Copy a line for a methods section"),
      named("p", "said", { class: "quiet", "aria-live": "polite" }),
    ),
  );
  const options = Object.entries(SORTS).map(([value, label]) => make("option", { value }, label));
  const sort = make(
    "select",
    { class: "field", "data-part": "sort", autocomplete: "off" },
    ...options,
  );
  const on = named("span", "filters-on", { class: "count" });
  const filters = button(
    { class: "button filters-button", "data-part": "filters-button" },
    "Filters ",
    on,
  );
  const order = make("label", { class: "sort" }, make("span", {}, "Sort"), sort);
  return make(
    "div",
    { class: "result-bar" },
    named("p", "status", { role: "status" }),
    make("div", { class: "result-tools" }, filters, menu, order),
  );
}

function states({ shelves }: Library): HTMLElement[] {
  const examples = shelves.examples.map(({ query, does }) => {
    const address = urls.search(new URLSearchParams({ q: query }).toString());
    return make("div", {}, make("dt", {}, link(address, query)), make("dd", {}, does));
  });
  const clear = button({ class: "button", "data-part": "clear-filters" }, "Search without filters");
  const retry = button({ class: "button", "data-part": "retry" }, "Try again");
  const panel = (name: string, title: string, ...children: Child[]) => {
    const id = `${name}-title`;
    const attributes = { class: "search-panel", "aria-labelledby": id };
    return named("section", name, attributes, make("h2", { id }, title), ...children);
  };
  const topics = shelves.topics.map((topic) =>
    make(
      "li",
      {},
      topicLink(topic),
      make("span", { class: "count" }, countText(topic.papers.length)),
    ),
  );
  return [
    panel("idle", "What a search can say", make("dl", { class: "examples" }, ...examples)),
    panel(
      "empty",
      "What may help",
      named("p", "empty-filters", {}, "Filters are on. ", clear),
      make(
        "ul",
        { class: "hints" },
        make("li", {}, "Fewer or more general words find more."),
        make("li", {}, "Quotation marks and minus signs narrow a search: leave them out."),
        make("li", {}, "Titles and abstracts are searched, not the papers' full text."),
      ),
    ),
    panel(
      "failed",
      "Search is not working",
      make("p", {}, named("span", "cause", {}), " The papers can still be browsed."),
      make("p", {}, retry),
    ),
    named(
      "section",
      "ways",
      { class: "search-ways", "aria-labelledby": "ways-title" },
      make("h2", { id: "ways-title" }, "Or browse"),
      make("ul", { class: "ways-topics" }, ...topics),
      make("p", {}, link(urls.papers(), `All ${counted(shelves.papers, "paper")}`), "."),
    ),
  ];
}

function rowTemplate(): HTMLTemplateElement {
  const template = make("template", { "data-part": "row" });
  const title = make("a", { href: "#/search/", "data-part": "title" }, "Title");
  const date = make("time", { "data-part": "date" });
  template.content.append(
    make(
      "li",
      { class: "row" },
      make("h2", { class: "row-title" }, title),
      named("p", "authors", { class: "row-by" }),
      make("p", { class: "row-when" }, date, " ", named("span", "venue", { class: "venue" })),
      named("p", "snippet", { class: "row-text" }),
      named("p", "reason", { class: "row-why" }),
      named("ul", "tags", { class: "row-tags" }),
    ),
  );
  return template;
}

function sheet(): HTMLElement {
  const clear = button({ class: "button", "data-part": "sheet-clear", hidden: "" }, "Clear");
  const show = make(
    "button",
    { class: "button button-main", type: "submit", "data-part": "sheet-show" },
    "Show results",
  );
  const head = make(
    "form",
    { method: "dialog", class: "sheet-head" },
    make("h2", { id: "sheet-title" }, "Filters"),
    clear,
    show,
  );
  const attributes = { class: "sheet", "aria-labelledby": "sheet-title", "data-part": "sheet" };
  return make("dialog", attributes, head, named("div", "sheet-body", { class: "sheet-body" }));
}

/** The search page; it stays as it is while other views are shown. It starts when it is on the page. */
export function searchPage(library: Library): {
  root: HTMLElement;
  start: (fromBox: boolean) => void;
} {
  const root = document.createElement("carrel-search");
  root.dataset["state"] = "idle";
  const rail = make(
    "aside",
    { class: "search-rail", "aria-label": "Filters", "data-part": "rail" },
    named("div", "filters", { class: "filters" }),
  );
  const results = make("ol", {
    class: "rows",
    id: "results",
    "data-part": "results",
    "data-state": "idle",
    "data-total": "0",
    "aria-label": "Results",
  });
  const main = make(
    "div",
    { class: "search-main" },
    named("ul", "chips", { class: "chips", "aria-label": "Filters that are on", hidden: "" }),
    bar(library),
    make(
      "div",
      { class: "straight" },
      named("ul", "completions", { class: "completions", "aria-label": "Straight to", hidden: "" }),
    ),
    named("ul", "notes", { class: "notes", "aria-label": "About this search", hidden: "" }),
    results,
    button({ class: "button more", "data-part": "more", hidden: "" }, "Show more"),
  );
  root.append(
    make("h1", {}, "Search"),
    form(),
    make("div", { class: "progress", "aria-hidden": "true" }),
    make("div", { class: "search-layout" }, rail, main),
    ...states(library),
    sheet(),
    rowTemplate(),
  );
  return {
    root,
    start: (fromBox) => {
      startSearch(root, {
        urls,
        query: () => {
          const route = readRoute(location.hash);
          return route.at === "search" ? route.query : undefined;
        },
        addressOf: urls.search,
        open: (url) => {
          location.replace(url);
        },
        fromBox,
        loadDump: (file, keys) => dump(library, file, keys),
      });
    },
  };
}
