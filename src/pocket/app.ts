import { watchCopying } from "../components/behaviour/copy.ts";
import { watchKeys } from "../components/behaviour/keys.ts";
import { watchTheme } from "../components/behaviour/theme.ts";
import { part } from "../search/element/dom.ts";
import { provideEngine } from "../search/element/engine-source.ts";
import { showMarks } from "../search/element/show-marks.ts";
import type { Library } from "./library.ts";
import { openLibrary } from "./library.ts";
import { pickView } from "./pick-view.ts";
import "./pocket.css";
import type { Route } from "./routes.ts";
import { readRoute } from "./routes.ts";
import { urls } from "./views/draw.ts";
import { enliven } from "./views/search-form.ts";
import { searchPage } from "./views/search.ts";

/** The script of the file: an address behind `#` becomes a view. */

const main = part(document, "main");
const box = part(document, "box");
const nav = part(document, "nav");

const placeOf = (state: unknown): number => {
  const y = (state as { y?: unknown } | null)?.y;
  return typeof y === "number" ? y : 0;
};

/** Keeps how far down each entry of the history was left; gives what forgets a place not yet kept. */
function keepPlaces(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState({ ...(history.state as object | null), y: scrollY }, "");
    }, 100);
  });
  return () => {
    clearTimeout(timer);
  };
}

/** The menu says where we are, and closes. */
function markWay(route: Route): void {
  const shelf = route.at === "paper" ? "papers" : "shelf" in route ? route.shelf : route.at;
  for (const way of nav.querySelectorAll("a")) {
    if (way.getAttribute("href") === `#/${shelf}/`) way.setAttribute("aria-current", "true");
    else way.removeAttribute("aria-current");
  }
  if (nav.matches(":popover-open")) nav.hidePopover();
}

function showSentence(route: Route): boolean {
  const id = route.at === "paper" ? route.sentence : undefined;
  const sentence = id === undefined ? null : main.querySelector(`.abstract #${id}`);
  sentence?.classList.add("lit");
  sentence?.scrollIntoView({ block: "center" });
  return sentence !== null;
}

function startApp(library: Library): void {
  provideEngine(async () => library.engine);
  const search = searchPage(library);
  const forgetPlace = keepPlaces();
  let searchStarted = false;
  let sent = false;
  let newest = 0;
  let shown = "";

  async function show(first = false): Promise<void> {
    const number = (newest += 1);
    const route = readRoute(location.hash);
    const view =
      route.at === "search"
        ? { title: "Search", nodes: [search.root] }
        : await pickView(library, route);
    // Another address was asked for meanwhile.
    if (number !== newest) return;
    forgetPlace();
    const from = shown;
    shown = location.hash;
    main.replaceChildren(...view.nodes);
    const { title } = library.shelves;
    document.title = view.title === title ? title : `${view.title} · ${title}`;
    box.hidden = Boolean(main.querySelector('form[role="search"]'));
    markWay(route);
    if (route.at === "search") {
      if (!searchStarted) search.start(sent);
      else if (sent) search.root.querySelector("form")?.requestSubmit();
      searchStarted = true;
      sent = false;
    }
    if (route.at === "paper") showMarks();
    const place = placeOf(history.state);
    // Who comes back finds the link that led away, and a new page is read from its top.
    const back = place > 0 && [...main.querySelectorAll("a")].find((a) => a.hash === from);
    if (!first) (back ? back : main).focus({ preventScroll: true });
    if (!showSentence(route)) scrollTo({ top: place, behavior: "instant" });
  }
  const draw = (first = false) => {
    show(first).catch((error: unknown) => {
      main.textContent = `This part of the file cannot be read: ${String(error)}`;
    });
  };

  addEventListener("hashchange", () => {
    draw();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.getAttribute("role") !== "search" || search.root.contains(form)) return;
    event.preventDefault();
    const words = form.querySelector<HTMLInputElement>("[name=q]")?.value ?? "";
    sent = true;
    location.hash = urls.search(new URLSearchParams({ q: words }).toString());
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const target = link?.getAttribute("href") ?? "#/";
    if (target.startsWith("#/")) return;
    // A jump within the view is no address of the file.
    event.preventDefault();
    const there = document.getElementById(target.slice(1));
    there?.focus();
    there?.scrollIntoView();
  });
  draw(true);
}

watchTheme();
watchCopying();
watchKeys();
enliven(box);
openLibrary().then(startApp, (error: unknown) => {
  main.textContent = `This file is damaged and cannot be opened: ${String(error)}`;
});
