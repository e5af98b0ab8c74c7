import { countText } from "../../components/counts.ts";
import type { IconName } from "../../components/icon-shapes.ts";
import { ICON_SHAPES } from "../../components/icon-shapes.ts";
import type { YearCount } from "../../components/year-bars.ts";
import { drawYearBars } from "../../components/year-bars.ts";
import { make } from "../../search/element/dom.ts";
import type { Urls } from "../../urls.ts";
import { createUrls } from "../../urls.ts";
import type { PocketTag, PocketTopic } from "../contents.ts";

/** What every view is drawn with. */

/** What a view is: its title for the window, and what stands in `main`. */
export interface View {
  title: string;
  nodes: Node[];
}

export type Child = Node | string;

/** The paths of the file: those of the site, behind a hash. */
export const urls: Urls = createUrls("#/");

/** Children without those that are not there. */
export const some = (...children: readonly (Child | false | undefined)[]): Child[] =>
  children.filter(
    (child): child is Child => child !== undefined && child !== false && child !== "",
  );

/**
 * Titles, abstracts and introductions as nodes: the loader's own HTML, which is escaped words and MathML. Nothing else
 * is ever read as markup. Links to places of the site become places of the file.
 */
export function trusted(html: string): Node[] {
  const template = make("template");
  template.innerHTML = html;
  for (const link of template.content.querySelectorAll('a[href^="/"]'))
    link.setAttribute("href", `#${link.getAttribute("href") ?? ""}`);
  return [...template.content.childNodes];
}

export const link = (href: string, ...children: Child[]): HTMLAnchorElement =>
  make("a", { href }, ...children);

export const items = (children: readonly Child[]): HTMLLIElement[] =>
  children.map((child) => make("li", {}, child));

const SVG = "http://www.w3.org/2000/svg";

function drawing(attributes: Readonly<Record<string, string>>, path: string, paint: string) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  const strokes = document.createElementNS(SVG, "path");
  strokes.setAttribute("d", path);
  strokes.setAttribute("fill", paint);
  svg.append(strokes);
  return svg;
}

/** A line drawing in the colour of its text; says nothing by itself. */
export function icon(name: IconName, size = 18): SVGSVGElement {
  const side = String(size);
  const svg = drawing(
    { "aria-hidden": "true", width: side, height: side, viewBox: "0 0 24 24" },
    ICON_SHAPES[name],
    "none",
  );
  const pen = {
    stroke: "currentColor",
    "stroke-width": "1.75",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  for (const [attribute, value] of Object.entries(pen)) svg.setAttribute(attribute, value);
  return svg;
}

/** Papers a year as bars, the figures in its name. */
export function yearBars(years: readonly YearCount[]): SVGSVGElement {
  const { width, height, path, label } = drawYearBars(years);
  return drawing(
    {
      class: "year-bars",
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      width: String(width),
      preserveAspectRatio: "none",
      role: "img",
      "aria-label": `Papers a year: ${label}`,
    },
    path,
    "currentColor",
  );
}

export const topicLink = ({ slug, name, hue }: Pick<PocketTopic, "slug" | "name" | "hue">) =>
  make("a", { class: `topic hue-${String(hue)}`, href: urls.topic(slug) }, name);

/** A tag as a chip, with the number of its papers where that says something. */
export const tagChip = ({ slug, name }: Pick<PocketTag, "slug" | "name">, count?: number) =>
  make(
    "a",
    { class: "chip", href: urls.tag(slug) },
    name,
    ...(count === undefined ? [] : [" ", make("span", { class: "count" }, countText(count))]),
  );
