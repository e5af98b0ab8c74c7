import type { Urls } from "../../urls.ts";
import type { Filters, Response } from "../types.ts";
import { createCompletions } from "./completions.ts";
import { part } from "./dom.ts";
import { loadEngine } from "./engine-source.ts";
import type { LoadDump } from "./exports.ts";
import { createExports } from "./exports.ts";
import { createFilters } from "./filters.ts";
import type { Way } from "./note-lines.ts";
import { drawNotes } from "./note-lines.ts";
import { drawRows } from "./rows.ts";
import { createStates } from "./states.ts";
import { watchTransfer } from "./transfer.ts";
import { change, isIdle, sameView, STEP, writeView } from "./view.ts";
import type { View } from "./view.ts";
import { describeTotal, describeWait, describeWay } from "./words.ts";

/** Milliseconds of quiet after which a count that changes with every key is announced. */
const SETTLED = 500;

/** Draws a search on its page; `wish` hears of the view that a control asks for. */
export function createPainter(
  root: HTMLElement,
  { urls, loadDump }: { urls: Urls; loadDump: LoadDump },
  wish: { filters: (filters: Filters) => void; view: (view: View) => void },
) {
  const list = part(root, "results");
  const status = part(root, "status");
  const more = part(root, "more");
  const show = part(root, "sheet-show");
  const clear = part(root, "sheet-clear");
  const template = part(root, "row") as HTMLTemplateElement;
  const notes = part(root, "notes");
  const states = createStates(root, list);
  const loaded = watchTransfer(`${urls.base}search/`);
  const completions = createCompletions(part(root, "completions"), loadEngine);
  const exports = createExports(part(root, "exports"), urls, loadDump);
  const filters = createFilters(part(root, "filters"), part(root, "chips"), wish.filters);
  clear.addEventListener("click", () => {
    wish.filters({});
    // It is gone with the last filter.
    show.focus();
  });
  /** What the rows on the page answer to; undefined where they answer to nothing. */
  let drawn: View | undefined;
  let latest: Response | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  /** Says it at once to the eye; a screen reader hears it when the typing has settled. */
  function say(text: string, typing = false): void {
    clearTimeout(quiet);
    root.toggleAttribute("data-slow", false);
    status.textContent = text;
    const settle = () => {
      status.removeAttribute("aria-busy");
    };
    if (typing) quiet = setTimeout(settle, SETTLED);
    else settle();
  }

  function forget(): void {
    drawn = undefined;
    more.hidden = true;
    notes.hidden = true;
    completions.hide();
  }

  /** Counts of a large corpus come after its results; those of an answer that is gone are not drawn. */
  function drawCounts(response: Response): void {
    latest = response;
    response.facets().then(
      (facets) => {
        if (latest === response) filters.draw(facets);
      },
      // The results stand without; the next answer asks again.
      () => undefined,
    );
  }

  return {
    /** Shows a view's controls, before its answer is known. */
    controls(view: View): void {
      (part(root, "sort") as HTMLSelectElement).value = view.sort;
      filters.choose(view.filters);
      const on = Object.values(view.filters).flat().length;
      part(root, "filters-on").textContent = on === 0 ? "" : String(on);
      clear.hidden = on === 0;
    },
    idle(): void {
      forget();
      states.idle();
      say("");
    },
    loading(typing: boolean): void {
      clearTimeout(quiet);
      states.loading();
      if (typing) status.setAttribute("aria-busy", "true");
      else status.removeAttribute("aria-busy");
    },
    waiting(ms: number): void {
      say(describeWait(ms, loaded()));
      root.toggleAttribute("data-slow", true);
    },
    failed(): void {
      forget();
      states.failed();
      say("Search is not working at the moment.");
    },
    answered(view: View, response: Response, typing: boolean): void {
      // More of the same is added below; anything else is drawn anew.
      const same = drawn !== undefined && sameView({ ...drawn, shown: view.shown }, view);
      const grows = same && view.shown > (drawn?.shown ?? 0);
      drawRows(list, template, response.hits, urls, grows ? list.childElementCount : 0);
      drawn = view;
      const left = response.total - response.hits.length;
      more.hidden = left <= 0;
      more.textContent = `Show ${String(Math.min(STEP, left))} more`;
      const wayTo = (to: Partial<View>): Way => {
        const next = change(view, to);
        if (isIdle(next)) return { address: urls.papers() };
        return {
          address: urls.search(writeView(next)),
          go: () => {
            wish.view(next);
          },
        };
      };
      drawNotes(notes, response.notes, {
        literal: wayTo({ literal: true }),
        query: (text) => wayTo({ text }),
      });
      drawCounts(response);
      exports.offer(response, view, filters.labelOf);
      completions.show(view.text);
      states.ready(response, view);
      show.textContent = describeWay(response.total);
      say(describeTotal(response, view), typing);
    },
  };
}
