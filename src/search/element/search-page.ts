import type { Urls } from "../../urls.ts";
import type { Sort } from "../types.ts";
import { createAddress } from "./address.ts";
import { part } from "./dom.ts";
import { loadEngine, warmEngine } from "./engine-source.ts";
import type { LoadDump } from "./exports.ts";
import { keepMarks } from "./kept-marks.ts";
import { createPainter } from "./painter.ts";
import { createSession } from "./session.ts";
import { createSheet } from "./sheet.ts";
import { change, isIdle, readView, sameView, STEP, toRequest } from "./view.ts";
import type { View } from "./view.ts";
import { walkResults } from "./walk.ts";

/** Where a search page stands: a page of a site, a view in a file. */
export interface Place {
  urls: Urls;
  /** The query part of the present address; undefined while the address is not the search's. */
  query(): string | undefined;
  /** The address of a search, from its query part without `?`. */
  addressOf(query: string): string;
  /** Leads to a paper that a query names outright, in place of the search. */
  open(url: string): void;
  /** Whether the page was opened by sending another search box: then an id leads to its paper. */
  fromBox: boolean;
  loadDump: LoadDump;
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
export function startSearch(root: HTMLElement, place: Place): void {
  const input = part(root, "input") as HTMLInputElement;
  const list = part(root, "results");
  let view = readView(place.query() ?? "");
  /** The view that the present entry of the history was made for: typing has not changed it. */
  let committed = view;
  let goStraight = place.fromBox;
  /** Where to scroll once the rows are there. */
  let scroll: number | undefined;

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
    if (next.text !== view.text) input.value = next.text;
    show(next);
  }

  const painter = createPainter(root, place, {
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
        place.open(response.direct);
        return;
      }
      goStraight = false;
      painter.answered(view, response, typing);
      if (scroll !== undefined) scrollTo({ top: scroll, behavior: "instant" });
      scroll = undefined;
    },
  });
  const address = createAddress(place.addressOf, (left) => {
    const query = place.query();
    if (query === undefined) return;
    const next = readView(query);
    // A jump within the page changes no view.
    if (sameView(next, view)) return;
    scroll = left ?? 0;
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
    address.keep();
  });
  createSheet(root);
  walkResults(root, input, list);

  // Words typed before this script arrived count as well.
  if (isIdle(view) && input.value !== "") view = change(view, { text: input.value });
  else input.value = view.text;
  scroll = address.place;
  // From here on the page's own state says whether anything was asked; another script may have failed before this came.
  const { dataset } = document.documentElement;
  delete dataset["asked"];
  dataset["js"] = "";
  show(view);
}
