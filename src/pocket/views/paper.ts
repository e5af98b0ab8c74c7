import { outLinks } from "../../citation/links.ts";
import { countText } from "../../components/counts.ts";
import { rowNames } from "../../components/list/row-names.ts";
import { formatDate } from "../../paper/dates.ts";
import { describePlace } from "../../paper/place.ts";
import { make } from "../../search/element/dom.ts";
import { saveFile } from "../../search/element/save-file.ts";
import { LIST_TYPES } from "../../search/element/selection.ts";
import { asPaper, citationsOf } from "../citing.ts";
import type { PocketPaper } from "../contents.ts";
import type { Library } from "../library.ts";
import type { Child, View } from "./draw.ts";
import { icon, items, link, some, tagChip, topicLink, trusted, urls } from "./draw.ts";

/** Authors that are named before the list folds, and how many more are not worth folding. */
const SHOWN = 12;
const SLACK = 3;

function byline({ authors }: PocketPaper): HTMLElement {
  const fold = authors.length > SHOWN + SLACK;
  const first = fold ? authors.slice(0, SHOWN) : authors;
  const rest = fold ? authors.slice(SHOWN) : [];
  const list = (label: string, people: typeof authors, goesOn: boolean) =>
    make(
      "ul",
      { "aria-label": label },
      ...people.map(({ slug, name }, i) =>
        make("li", {}, link(urls.author(slug), name), i < people.length - 1 || goesOn ? ", " : ""),
      ),
    );
  const more = make(
    "details",
    {},
    make("summary", {}, `and ${countText(rest.length)} more`),
    list("Further authors", rest, false),
  );
  return make("div", { class: "byline" }, ...some(list("Authors", first, fold), fold && more));
}

function header(paper: PocketPaper, { topics }: Library): HTMLElement {
  const own = paper.topics.flatMap((slug) => topics.get(slug) ?? []).map(topicLink);
  const facts = some(
    paper.date && make("time", { datetime: paper.date.iso }, formatDate(paper.date)),
    paper.venue && link(urls.venue(paper.venue.slug), paper.venue.label),
    ...describePlace(asPaper(paper)),
    paper.category,
  );
  return make(
    "header",
    { class: "paper-head" },
    ...some(
      own.length > 0 && make("div", { class: "chips" }, ...own),
      make("h1", {}, ...trusted(paper.titleHtml)),
      paper.authors.length > 0 && byline(paper),
      make("ul", { class: "facts" }, ...items(facts)),
    ),
  );
}

/** Where the paper itself is: the only links that leave the file. */
function elsewhere(paper: PocketPaper): HTMLElement | undefined {
  const icons = {
    arxiv: "paper",
    pdf: "pdf",
    doi: "doi",
    code: "code",
    project: "project",
    page: "page",
  } as const;
  const links = outLinks(asPaper(paper)).map(({ kind, label, url }, i) =>
    make(
      "a",
      { class: i === 0 ? "button button-main" : "button", href: url, rel: "external noopener" },
      icon(icons[kind]),
      label,
    ),
  );
  const attributes = { class: "paper-links", "aria-label": "The paper elsewhere" };
  return links.length === 0 ? undefined : make("nav", attributes, ...links);
}

function citeBox(paper: PocketPaper): HTMLElement {
  const texts = citationsOf(paper);
  const forms = [
    { value: "bib", name: "BibTeX", text: make("pre", {}, texts.bib.trim()) },
    { value: "ris", name: "RIS", text: make("pre", {}, texts.ris.trim()) },
    { value: "reference", name: "APA", text: make("p", {}, texts.reference) },
  ];
  const tabs = forms.map(({ value, name }, i) => {
    const radio = make("input", { type: "radio", name: "citation", value });
    radio.checked = i === 0;
    return make("label", {}, radio, name);
  });
  const boxes = forms.map(({ value, name, text }) =>
    make(
      "section",
      { class: "cite-box", "data-format": value, tabindex: "0", "aria-label": name },
      text,
    ),
  );
  const files = (["bib", "ris", "json"] as const).map((format) => {
    const says = make("span", { class: "sr-only" }, "Save as ");
    const button = make("button", { class: "button", type: "button" }, says, `.${format}`);
    button.addEventListener("click", () => {
      saveFile(`${paper.key}.${format}`, LIST_TYPES[format], texts[format]);
    });
    return button;
  });
  const copy = make(
    "button",
    { class: "button", type: "button", "data-copy": "", "aria-keyshortcuts": "c" },
    icon("copy"),
    "Copy",
  );
  const legend = make("legend", { class: "sr-only" }, "Form of the citation");
  return make(
    "section",
    { class: "cite", "aria-labelledby": "cite" },
    make("h2", { id: "cite" }, "Cite"),
    make("fieldset", { class: "tabs" }, legend, ...tabs),
    ...boxes,
    make("div", { class: "cite-foot" }, copy, ...files),
  );
}

/** What is said where an entry has parts that only the site can draw. */
const HAS_MORE =
  "The site's own page of this paper has more: a note or another part that is no text.";

function abstractOf({ key, abstract, components }: PocketPaper): HTMLElement {
  const none = "No abstract is known for this paper. Its links lead to the text.";
  if (abstract.sentences === 0)
    return make("div", { class: "paper-body" }, make("p", { class: "quiet" }, none));
  const numbers = Array.from({ length: abstract.sentences }, (_, i) =>
    link(`${urls.paper(key)}s${String(i + 1)}`, String(i + 1)),
  );
  const sentences = make(
    "nav",
    { class: "sentences", "aria-label": "Link to a sentence" },
    make("span", {}, "Link to sentence"),
    ...numbers,
  );
  return make(
    "div",
    { class: "paper-body" },
    ...some(
      make("div", { class: "abstract" }, ...trusted(abstract.html)),
      abstract.sentences > 1 && sentences,
      components !== "none" && make("p", { class: "quiet" }, HAS_MORE),
    ),
  );
}

const section = (title: string, ...children: Child[]) =>
  make("section", {}, make("h2", {}, title), ...children);

async function related(paper: PocketPaper, library: Library): Promise<HTMLElement | undefined> {
  if (paper.related.length === 0) return undefined;
  const papers = await library.papers(paper.related.map((near) => near.paper));
  const rows = papers.map((near, i) => {
    const year = near.date ? `, ${String(near.date.year)}` : "";
    const shares = paper.related[i]?.shares ?? [];
    const terms = shares.flatMap((term, n) => [...(n > 0 ? [", "] : []), make("em", {}, term)]);
    return make(
      "li",
      {},
      link(urls.paper(near.key), ...trusted(near.titleHtml)),
      make("p", {}, rowNames(near.authors) + year),
      ...some(terms.length > 0 && make("p", {}, "shares ", ...terms)),
    );
  });
  return section("Related papers", make("ul", { class: "related" }, ...rows));
}

function shortForms({ acronyms }: PocketPaper): HTMLElement | undefined {
  if (acronyms.length === 0) return undefined;
  const terms = acronyms.flatMap(({ short, long }) => [
    make("dt", {}, short),
    make("dd", {}, long),
  ]);
  return section("Short forms", make("dl", { class: "short-forms" }, ...terms));
}

/** The papers before and after this one in its first topic. */
async function neighbours(paper: PocketPaper, library: Library): Promise<HTMLElement | undefined> {
  const topic = paper.topics.map((slug) => library.topics.get(slug)).find(Boolean);
  if (!topic) return undefined;
  const place = topic.papers.indexOf(paper.number);
  const ways = [
    { number: topic.papers[place - 1], rel: "prev", says: `Newer in ${topic.name}` },
    { number: topic.papers[place + 1], rel: "next", says: `Older in ${topic.name}` },
  ];
  const links = await Promise.all(
    ways.map(async ({ number, rel, says }) => {
      if (number === undefined) return undefined;
      const [near] = await library.papers([number]);
      if (!near) return undefined;
      const title = make("span", {}, ...trusted(near.titleHtml));
      return make("a", { href: urls.paper(near.key), rel }, make("small", {}, says), title);
    }),
  );
  const present = links.filter((way) => way !== undefined);
  if (present.length === 0) return undefined;
  return make("nav", { class: "neighbours", "aria-label": `In ${topic.name}` }, ...present);
}

/** A paper's page, its parts in the places that phones and wide screens give them. */
export async function paperView(library: Library, paper: PocketPaper): Promise<View> {
  const tags = paper.tags
    .flatMap((slug) => library.tags.get(slug) ?? [])
    .map((tag) => tagChip(tag));
  const more = some(
    tags.length > 0 && section("Tags", make("ul", { class: "chips" }, ...items(tags))),
    shortForms(paper),
    await related(paper, library),
    await neighbours(paper, library),
  );
  const article = make(
    "article",
    { class: "paper" },
    header(paper, library),
    make("div", { class: "paper-rail" }, ...some(elsewhere(paper), citeBox(paper))),
    abstractOf(paper),
    make("div", { class: "paper-more" }, ...more),
  );
  return { title: paper.title, nodes: [article] };
}
