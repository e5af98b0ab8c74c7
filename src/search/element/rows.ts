import type { Urls } from "../../urls.ts";
import type { Hit } from "../types.ts";
import { drawRuns, make, part } from "./dom.ts";

/** Authors that a row names before "et al.". */
const NAMED = 3;

/** `A, B, C et al.`: the first authors as a row names them. */
export function nameAuthors(authors: readonly { name: string }[]): string {
  const named = authors.slice(0, NAMED).map(({ name }) => name);
  return named.join(", ") + (authors.length > NAMED ? " et al." : "");
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `5 Jun 2024`, `Jun 2024` or `2024`, of a date as the index has it. */
export function nameDate(iso: string): string {
  const [year = "", month, day] = iso.split("-");
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}

/** Shows a part with a text, or takes it out where there is none. */
function setText(row: HTMLElement, name: string, ...content: (Node | string)[]): void {
  const element = part(row, name);
  if (content.length === 0 || content[0] === "") element.remove();
  else element.replaceChildren(...content);
}

/** A result as the shared row: a copy of the page's own template, filled with text. */
export function drawRow(template: HTMLTemplateElement, hit: Hit, urls: Urls): HTMLLIElement {
  const row = (template.content.cloneNode(true) as DocumentFragment).querySelector("li");
  if (!row) throw new Error("the template of a result has no li");
  row.dataset["key"] = hit.key;
  const title = part(row, "title") as HTMLAnchorElement;
  title.href = hit.url;
  title.replaceChildren(...drawRuns(hit.title));
  setText(row, "authors", nameAuthors(hit.authors));
  setText(row, "venue", hit.venue);
  (part(row, "date") as HTMLTimeElement).dateTime = hit.date;
  setText(row, "date", nameDate(hit.date));
  setText(row, "snippet", ...drawRuns(hit.snippet));
  setText(row, "reason", hit.reason ?? "");
  const topics = hit.topics.map(({ name, slug, hue }) =>
    make("a", { class: `topic hue-${String(hue)}`, href: urls.topic(slug) }, name),
  );
  const tags = hit.tags.map(({ name, slug }) =>
    make("a", { class: "chip", href: urls.tag(slug) }, name),
  );
  setText(row, "tags", ...[...topics, ...tags].map((link) => make("li", {}, link)));
  return row;
}

/** Fills the list: rows beyond those already there when `from` is more than 0, else all of them. */
export function drawRows(
  list: HTMLElement,
  template: HTMLTemplateElement,
  hits: readonly Hit[],
  urls: Urls,
  from = 0,
): void {
  const rows = hits.slice(from).map((hit) => drawRow(template, hit, urls));
  if (from === 0) list.replaceChildren(...rows);
  else list.append(...rows);
}
