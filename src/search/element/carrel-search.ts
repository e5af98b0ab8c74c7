import { createUrls } from "../../urls.ts";
import type { Filters, Response, Sort } from "../types.ts";
import { createAddress } from "./address.ts";
import { createCompletions } from "./completions.ts";
import { part } from "./dom.ts";
import { loadEngine, warmEngine } from "./engine-source.ts";
import { createExports } from "./exports.ts";
import { createFilters } from "./filters.ts";
import { keepMarks } from "./kept-marks.ts";
import { drawNotes } from "./note-lines.ts";
import { drawRows } from "./rows.ts";
import { createSession } from "./session.ts";
import { createSheet } from "./sheet.ts";
import { createStates } from "./states.ts";
import { watchTransfer } from "./transfer.ts";
import { change, isIdle, readView, sameView, STEP, toRequest, writeView } from "./view.ts";
import type { View } from "./view.ts";
import { walkResults } from "./walk.ts";
import { describeTotal, describeWait } from "./words.ts";

/** Milliseconds of quiet after which the count is announced. */
const SETTLED = 500;

/** Whether this page was opened by sending a search box of this site: then an id leads to its paper. */
function cameFromBox(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isNew = entry?.type === "navigate" && history.state === null;
  return isNew && document.referrer.startsWith(`${location.origin}/`);
}

/** The search page: everything that it shows follows from one view, which is its address. */
class CarrelSearch extends HTMLElement {
  connectedCallback(): void {
    const urls = createUrls(import.meta.env.BASE_URL);
    const input = part<HTMLInputElement>(this, "input");
    const list = part(this, "results");
    const status = part(this, "status");
    const sort = part<HTMLSelectElement>(this, "sort");
    const more = part<HTMLButtonElement>(this, "more");
    const template = part<HTMLTemplateElement>(this, "row");
    const filtersOn = part(this, "filters-on");
    const states = createStates(this, list);
    const loaded = watchTransfer(`${urls.base}search/`);
    const completions = createCompletions(part(this, "completions"), loadEngine);
    const exports = createExports(part(this, "exports"), urls);

    let view = readView(location.search);
    let committed = view;
    /** What the rows on the page answer to; undefined where they answer to nothing. */
    let drawn: View | undefined;
    let restore: number | undefined;
    let goStraight = cameFromBox();
    let quiet: ReturnType<typeof setTimeout> | undefined;

    const say = (text: string) => {
      status.textContent = text;
    };
    const settle = () => {
      status.removeAttribute("aria-busy");
    };

    const session = createSession(loadEngine, {
      loading: ({ typing }) => {
        clearTimeout(quiet);
        states.loading();
        if (typing) status.setAttribute("aria-busy", "true");
        else settle();
      },
      waiting: (ms) => {
        this.toggleAttribute("data-slow", true);
        say(describeWait(ms, loaded()));
      },
      answered: ({ typing }, response) => {
        this.toggleAttribute("data-slow", false);
        if (!typing && response.direct !== undefined && goStraight) {
          location.replace(urls.paper(response.direct));
          return;
        }
        goStraight = false;
        draw(response);
        if (typing) quiet = setTimeout(settle, SETTLED);
      },
      failed: () => {
        this.toggleAttribute("data-slow", false);
        drawn = undefined;
        more.hidden = true;
        states.failed();
        settle();
        say("Search is not working at the moment.");
      },
    });

    function draw(response: Response): void {
      // More of the same is added below; anything else is drawn anew.
      const grows = drawn !== undefined && sameView({ ...drawn, shown: view.shown }, view);
      const from = grows && view.shown > (drawn?.shown ?? 0) ? list.childElementCount : 0;
      drawRows(list, template, response.hits, urls, from);
      drawn = view;
      more.hidden = response.total <= response.hits.length;
      more.textContent = `Show ${String(Math.min(STEP, response.total - response.hits.length))} more`;
      const literal = change(view, { literal: true });
      drawNotes(part(root, "notes"), response.notes, {
        address: `?${writeView(literal)}`,
        go: () => {
          go(literal);
        },
      });
      filters.draw(response.facets);
      exports.offer(response, view, filters.labelOf);
      completions.show(view.text);
      states.ready(response, view);
      say(describeTotal(response, view));
      if (restore !== undefined) scrollTo({ top: restore, behavior: "instant" });
      restore = undefined;
    }

    /** Shows a view; `typing` while the reader is still at it. */
    function show(next: View, typing = false): void {
      view = next;
      sort.value = view.sort;
      filters.choose(view.filters);
      const on = Object.values(view.filters).flat().length;
      filtersOn.textContent = on === 0 ? "" : String(on);
      if (!isIdle(view)) {
        session.ask(toRequest(view, typing));
        return;
      }
      session.cancel();
      root.toggleAttribute("data-slow", false);
      drawn = undefined;
      more.hidden = true;
      part(root, "notes").hidden = true;
      completions.hide();
      states.idle();
      settle();
      say("");
    }

    /** Shows a view as a new entry of the history; `before` is what the entry left behind keeps. */
    function go(next: View, before = view): void {
      if (!sameView(next, before)) address.push(before, next);
      committed = next;
      show(next);
    }

    // eslint-disable-next-line @typescript-eslint/no-this-alias -- functions above are hoisted
    const root = this;
    const address = createAddress((y) => {
      const next = readView(location.search);
      // A jump within the page changes no view.
      if (sameView(next, view)) return;
      restore = y ?? 0;
      committed = next;
      input.value = next.text;
      show(next);
    });
    const filters = createFilters(part(this, "filters"), part(this, "chips"), (wanted: Filters) => {
      go(change(view, { filters: wanted }));
    });

    input.addEventListener("focus", warmEngine, { once: true });
    input.addEventListener("input", () => {
      show(change(view, { text: input.value }), true);
      address.replaceSoon(view);
    });
    part<HTMLFormElement>(this, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      goStraight = true;
      go(change(view, { text: input.value }), committed);
      // On a phone the keyboard would cover what was found.
      if (matchMedia("(pointer: coarse)").matches) input.blur();
    });
    sort.addEventListener("change", () => {
      go(change(view, { sort: sort.value as Sort }));
    });
    more.addEventListener("click", () => {
      const next = list.childElementCount;
      const watched = new MutationObserver(() => {
        watched.disconnect();
        list.children[next]?.querySelector("a")?.focus({ preventScroll: true });
      });
      watched.observe(list, { childList: true });
      const wider = change(view, { shown: view.shown + STEP });
      address.replace(wider);
      committed = wider;
      show(wider);
    });
    for (const button of this.querySelectorAll("[data-act=clear-filters]"))
      button.addEventListener("click", () => {
        go(change(view, { filters: {} }));
        input.focus();
      });
    let retried = false;
    part(this, "retry").addEventListener("click", () => {
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
    createSheet(
      part(this, "rail"),
      part(this, "filters"),
      part<HTMLDialogElement>(this, "sheet"),
      part<HTMLButtonElement>(this, "filters-button"),
    );
    walkResults(this, input, list);

    // Words typed before this script arrived count as well.
    if (input.value === "" || !isIdle(view)) input.value = view.text;
    else view = change(view, { text: input.value });
    restore = address.place;
    show(view);
  }
}

customElements.define("carrel-search", CarrelSearch);
