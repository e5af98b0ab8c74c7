import { readYears } from "../query-url.ts";
import type { FacetCount } from "../types.ts";
import { make } from "./dom.ts";
import { ANY_YEAR, writeYears } from "./view.ts";

/** Every year from the first to the last that has papers, with their number: gaps count too. */
export function fillYears(counts: readonly FacetCount[]): { year: number; count: number }[] {
  const known = new Map(counts.map(({ value, count }) => [Number(value), count]));
  const years = [...known.keys()].filter(Number.isInteger);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  const span = Math.max(...years) - first + 1;
  return Array.from({ length: span }, (_, i) => ({
    year: first + i,
    count: known.get(first + i) ?? 0,
  }));
}

/** The span that chosen years cover together; any year where none is chosen. */
export function spanOf(values: readonly string[]): { from: number; to: number } {
  const spans = values.map(readYears).filter((span) => span !== undefined);
  if (spans.length === 0) return { ...ANY_YEAR };
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}

/** The year facet: a histogram of the matches, and the span as two choices. */
export function createYearRange(choose: (values: string[]) => void) {
  // The bars repeat what the choices say, for the eye and the pointer: hidden from others.
  const bars = make("div", { class: "year-histogram", "aria-hidden": "true" });
  const axis = make("p", { class: "axis", "aria-hidden": "true" });
  const from = make("select", { "aria-label": "From year", class: "field" });
  const to = make("select", { "aria-label": "To year", class: "field" });
  const span = make("div", { class: "year-span" }, from, make("span", {}, "to"), to);
  const root = make("fieldset", { class: "facet" }, make("legend", {}, "Year"), bars, axis, span);

  root.hidden = true;

  const changed = () => {
    let [first, last] = [Number(from.value), Number(to.value)];
    if (first > last) [first, last] = [last, first];
    choose([writeYears({ from: first, to: last })].filter(Boolean));
  };
  from.addEventListener("change", changed);
  to.addEventListener("change", changed);

  function options(any: number, years: readonly number[], chosen: number): HTMLOptionElement[] {
    const known = years.includes(chosen) || chosen === any ? years : [...years, chosen].toSorted();
    return [any, ...known].map((year) => {
      const label = year === any ? "any" : String(year);
      const option = make("option", { value: String(year) }, label);
      option.selected = year === chosen;
      return option;
    });
  }

  function bar({ year, count }: { year: number; count: number }, most: number, inside: boolean) {
    const fill = make("span");
    fill.style.height = `${String(count === 0 ? 0 : Math.max(6, (100 * count) / most))}%`;
    const title = `${String(year)}: ${String(count)}`;
    const element = make("div", { title, class: inside ? "inside" : "outside" }, fill);
    element.addEventListener("click", () => {
      choose([String(year)]);
    });
    return element;
  }

  return {
    root,
    draw(counts: readonly FacetCount[], chosen: readonly string[]): void {
      const years = fillYears(counts);
      const at = spanOf(chosen);
      root.hidden = years.length < 2 && chosen.length === 0;
      const most = Math.max(1, ...years.map(({ count }) => count));
      bars.replaceChildren(
        ...years.map((entry) => bar(entry, most, entry.year >= at.from && entry.year <= at.to)),
      );
      const ends = [years[0], years.at(-1)].map((end) => make("span", {}, String(end?.year ?? "")));
      axis.replaceChildren(...ends);
      const named = years.map(({ year }) => year);
      from.replaceChildren(...options(ANY_YEAR.from, named, at.from));
      to.replaceChildren(...options(ANY_YEAR.to, named, at.to));
    },
  };
}
