import type { Facet, FacetCount, Filters } from "../types.ts";
import { make } from "./dom.ts";
import { createFacetList } from "./facet-list.ts";
import { chosen, toggled, withFacet } from "./view.ts";
import { describeChoice, FACET_NAMES } from "./words.ts";
import { createYearRange } from "./year-range.ts";

/** The facets in the order of the rail. */
const LISTS: readonly Facet[] = ["topic", "tag", "venue", "author", "has"];

/** The rail of filters and the chips of those that are on. `change` gets the filters wanted next. */
export function createFilters(
  rail: HTMLElement,
  chips: HTMLElement,
  change: (filters: Filters) => void,
) {
  let filters: Filters = {};
  const labels = new Map<string, string>();
  const labelOf = (facet: Facet, value: string) =>
    describeChoice(facet, value, labels.get(`${facet}:${value}`));

  const lists = LISTS.map((facet) => ({
    facet,
    ...createFacetList(facet, FACET_NAMES[facet], (of, value) => {
      change(toggled(filters, of, value));
    }),
  }));
  const years = createYearRange((values) => {
    change(withFacet(filters, "year", values));
  });
  const [topics, tags, ...rest] = lists.map(({ root }) => root);
  rail.replaceChildren(...[topics, years.root, tags, ...rest].filter((root) => root !== undefined));

  function drawChips(): void {
    const on = chosen(filters).map(({ facet, value }, place) => {
      const text = labelOf(facet, value);
      const name = `Remove filter: ${FACET_NAMES[facet].toLowerCase()} ${text}`;
      const cross = make("span", { "aria-hidden": "true", class: "cross" }, "×");
      const button = make("button", { type: "button", class: "chip chip-on" }, text, cross);
      button.setAttribute("aria-label", name);
      button.addEventListener("click", () => {
        change(toggled(filters, facet, value));
        // The chip is gone: the focus goes to the one in its place, or to what follows.
        const left = chips.querySelectorAll("button");
        left[Math.min(place, left.length - 1)]?.focus();
      });
      return make("li", {}, button);
    });
    const clear = make("button", { type: "button", class: "chip-clear" }, "Clear filters");
    clear.addEventListener("click", () => {
      change({});
    });
    chips.replaceChildren(...on, ...(on.length > 1 ? [make("li", {}, clear)] : []));
    chips.hidden = on.length === 0;
  }

  return {
    labelOf,
    /** Shows which filters are on, before their counts are known. */
    choose(next: Filters): void {
      filters = next;
      drawChips();
    },
    /** Shows the counts of an answer. */
    draw(facets: Record<Facet, FacetCount[]>): void {
      for (const [facet, counts] of Object.entries(facets))
        for (const { value, label } of counts) labels.set(`${facet}:${value}`, label);
      for (const { facet, draw } of lists) draw(facets[facet], filters[facet] ?? []);
      years.draw(facets.year, filters.year ?? []);
      drawChips();
    },
  };
}
