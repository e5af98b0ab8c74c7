import { createUrls } from "../../urls.ts";
import type { Sort } from "../types.ts";
import { createAddress } from "./address.ts";
import { part } from "./dom.ts";
import { loadEngine, warmEngine } from "./engine-source.ts";
import { keepMarks } from "./kept-marks.ts";
import { createPainter } from "./painter.ts";
import { createSession } from "./session.ts";
import { createSheet } from "./sheet.ts";
import { change, isIdle, readView, sameView, STEP, toRequest } from "./view.ts";
import type { View } from "./view.ts";
import { walkResults } from "./walk.ts";

/** Whether this page was opened by sending a search box of this site: then an id leads to its paper. */
function cameFromBox(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isNew = entry?.type === "navigate" && history.state === null;
  return isNew && document.referrer.startsWith(`${location.origin}/`);
}

/** Moves the focus to the first row that is added to a list which grows. */
function focusNextRow(list: HTMLElement): void {
  const next = list.childElementCount;
  const watched = new MutationObserver(() => {
    watched.disconnect();
    list.children[next]?.querySelector("a")?.focus({ preventScroll: true });
  });
  watched.observe(list, { childList: true });
}

/** The search page: everything that it shows follows from one view, which is its address. */
function startSearch(root: HTMLElement): void {
  const urls = createUrls(import.meta.env.BASE_URL);
  const input = part(root, "input") as HTMLInputElement;
  const list = part(root, "results");
  let view = readView(location.search);
  /** The view that the present entry of the history was made for: typing has not changed it. */
  let committed = view;
  let goStraight = cameFromBox();
  /** Where to scroll once the rows are there. */
  let place: number | undefined;

  /** Shows a view; `typing` while the reader is still at it. */
  function show(next: View, typing = false): void {
    view = next;
    painter.controls(view);
    if (!isIdle(view)) session.ask(toRequest(view, typing));
    else {
      session.cancel();
      painter.idle();
    }
  }

  /** Shows a view as a new entry of the history; the entry left behind keeps `before`. */
  function go(next: View, before = view): void {
    if (!sameView(next, before)) address.push(before, next);
    committed = next;
    show(next);
  }

  const painter = createPainter(root, urls, {
    view: go,
    filters: (filters) => {
      go(change(view, { filters }));
    },
  });
  const session = createSession(loadEngine, {
    loading: ({ typing }) => {
      painter.loading(typing);
    },
    waiting: painter.waiting,
    failed: painter.failed,
    answered: ({ typing }, response) => {
      if (!typing && response.direct !== undefined && goStraight) {
        location.replace(response.direct);
        return;
      }
      goStraight = false;
      painter.answered(view, response, typing);
      if (place !== undefined) scrollTo({ top: place, behavior: "instant" });
      place = undefined;
    },
  });
  const address = createAddress((left) => {
    const next = readView(location.search);
    // A jump within the page changes no view.
    if (sameView(next, view)) return;
    place = left ?? 0;
    committed = next;
    input.value = next.text;
    show(next);
  });

  const sort = part(root, "sort") as HTMLSelectElement;
  sort.addEventListener("change", () => {
    go(change(view, { sort: sort.value as Sort }));
  });
  input.addEventListener("focus", warmEngine, { once: true });
  input.addEventListener("input", () => {
    show(change(view, { text: input.value }), true);
    address.replaceSoon(view);
  });
  part(root, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    goStraight = true;
    go(change(view, { text: input.value }), committed);
    // On a phone the keyboard would cover what was found.
    if (matchMedia("(pointer: coarse)").matches) input.blur();
  });
  part(root, "more").addEventListener("click", () => {
    focusNextRow(list);
    committed = change(view, { shown: view.shown + STEP });
    address.replace(committed);
    show(committed);
  });
  part(root, "clear-filters").addEventListener("click", () => {
    go(change(view, { filters: {} }));
    input.focus();
  });
  let retried = false;
  part(root, "retry").addEventListener("click", () => {
    // Some browsers never ask again for a script that failed once: the second try is a new page.
    if (retried) location.reload();
    retried = true;
    show(view);
  });
  addEventListener("online", () => {
    if (list.dataset["state"] === "error") show(view);
  });
  list.addEventListener("click", (event) => {
    keepMarks((event.target as Element).closest("li"));
  });
  createSheet(root);
  walkResults(root, input, list);

  // Words typed before this script arrived count as well.
  if (isIdle(view) && input.value !== "") view = change(view, { text: input.value });
  else input.value = view.text;
  place = address.place;
  // From here on the page's own state says whether anything was asked.
  delete document.documentElement.dataset["asked"];
  show(view);
}

customElements.define(
  "carrel-search",
  class extends HTMLElement {
    connectedCallback(): void {
      startSearch(this);
    }
  },
);
