import { site } from "../site.ts";

const { urls } = site;

/** The ways into the site that every page's header has; those that show in its menu alone stand in every page's foot. */
export const WAYS: readonly { name: string; path: string; show?: string }[] = [
  { name: "Papers", path: urls.papers() },
  { name: "Topics", path: urls.topics() },
  { name: "Tags", path: urls.tags() },
  { name: "Authors", path: urls.authors() },
  { name: "Venues", path: urls.venues() },
  { name: "Years", path: urls.years() },
  { name: "About", path: urls.about(), show: "in-menu" },
  { name: "Help", path: urls.help(), show: "in-menu" },
];

/** How a way leads on a page, as `aria-current` has it: to the page itself, or to what it belongs to. */
export const currentOn = (here: string, path: string): "page" | "true" | undefined =>
  here === path ? "page" : here.startsWith(path) ? "true" : undefined;

/** The ways that lead to a page or to what it belongs to: pages for which these are the same have the same header. */
export const standingOf = (here: string): string =>
  [...WAYS.map(({ path }) => path), urls.library()]
    .map((path) => currentOn(here, path) ?? "")
    .join(" ");
