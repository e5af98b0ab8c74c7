import { rowNames } from "../../components/list/row-names.ts";
import { formatDateShort } from "../../paper/dates.ts";
import { make } from "../../search/element/dom.ts";
import type { PocketPaper } from "../contents.ts";
import type { Library } from "../library.ts";
import { items, some, tagChip, topicLink, trusted, urls } from "./draw.ts";

/** A paper in a list: the site's row. */
function paperRow(paper: PocketPaper, library: Library, level: 2 | 3): HTMLLIElement {
  const title = make("a", { href: urls.paper(paper.key) }, ...trusted(paper.titleHtml));
  const topics = paper.topics.flatMap((slug) => library.topics.get(slug) ?? []).map(topicLink);
  const tags = paper.tags
    .flatMap((slug) => library.tags.get(slug) ?? [])
    .map((tag) => tagChip(tag));
  const when = some(
    paper.date && make("time", { datetime: paper.date.iso }, formatDateShort(paper.date)),
    paper.venue && make("span", { class: "venue" }, paper.venue.label),
  );
  const labels = [...topics, ...tags];
  return make(
    "li",
    { class: "row", "data-key": paper.key },
    make(level === 2 ? "h2" : "h3", { class: "row-title" }, title),
    ...some(
      paper.authors.length > 0 && make("p", { class: "row-by" }, rowNames(paper.authors)),
      when.length > 0 && make("p", { class: "row-when" }, ...when),
      paper.excerpt !== "" && make("p", { class: "row-text" }, paper.excerpt),
      labels.length > 0 && make("ul", { class: "row-tags" }, ...items(labels)),
    ),
  );
}

/** Papers one below the other. The keyboard walks them. */
export function paperRows(
  papers: readonly PocketPaper[],
  library: Library,
  level: 2 | 3 = 2,
): HTMLOListElement {
  const rows = papers.map((paper) => paperRow(paper, library, level));
  return make("ol", { class: "rows", id: "rows", "data-rows": "" }, ...rows);
}
