import type { Library } from "./library.ts";
import type { Route } from "./routes.ts";
import { aboutView, corpusFiles, lostView } from "./views/about.ts";
import type { View } from "./views/draw.ts";
import { groupView, papersView } from "./views/groups.ts";
import { homeView } from "./views/home.ts";
import { letterView, shelfView } from "./views/indexes.ts";
import { paperView } from "./views/paper.ts";

type Drawn = Exclude<Route, { at: "search" }>;

async function paperAt(library: Library, ...names: string[]): Promise<View | undefined> {
  for (const name of names) {
    const number = await library.numberOf(name);
    const [paper] = number === undefined ? [] : await library.papers([number]);
    if (paper) return paperView(library, paper);
  }
  return undefined;
}

function find(library: Library, route: Drawn): View | undefined | Promise<View | undefined> {
  switch (route.at) {
    case "home":
      return homeView(library);
    case "about":
      return aboutView(library);
    case "papers":
      return papersView(library, route.page, corpusFiles(library));
    case "paper":
      return paperAt(library, route.key, `papers/${route.key}`);
    case "shelf":
      return shelfView(library, route.shelf);
    case "letter":
      return letterView(library, route.letter);
    case "group":
      return groupView(library, route.shelf, route.slug, route.page);
    case "other":
      return paperAt(library, route.path);
  }
}

/** The view of an address; one that says so where there is nothing. */
export const pickView = async (library: Library, route: Drawn): Promise<View> =>
  (await find(library, route)) ?? lostView();
