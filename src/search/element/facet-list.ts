import type { Facet, FacetCount } from "../types.ts";
import { keepingFocus, make } from "./dom.ts";

/** Values that a facet shows before it is asked for all. */
const SHORT = 6;

/** A facet as checkboxes with counts: chosen values first, then those that leave most papers. */
export function createFacetList(
  facet: Facet,
  name: string,
  choose: (facet: Facet, value: string) => void,
) {
  const list = make("ul", { class: "facet-values" });
  const more = make("button", { type: "button", class: "facet-more" });
  const root = make("fieldset", { class: "facet" }, make("legend", {}, name), list, more);
  root.hidden = true;
  const items = new Map<string, ReturnType<typeof createItem>>();
  let open = false;
  let last: { counts: readonly FacetCount[]; chosen: readonly string[] } = {
    counts: [],
    chosen: [],
  };

  function createItem({ value, label }: FacetCount) {
    const box = make("input", { type: "checkbox", value });
    const count = make("span", { class: "count" });
    const text = make("span", { class: "facet-label" }, label);
    const item = make("li", {}, make("label", {}, box, text, count));
    box.addEventListener("change", () => {
      choose(facet, value);
    });
    return { item, box, count };
  }

  function draw(): void {
    const { counts, chosen } = last;
    const rank = ({ value }: FacetCount) => (chosen.includes(value) ? 0 : 1);
    const ordered = counts.toSorted((a, b) => rank(a) - rank(b));
    const visible = open ? ordered : ordered.slice(0, Math.max(SHORT, chosen.length));
    keepingFocus(() => {
      list.replaceChildren(
        ...visible.map((entry) => {
          const known = items.get(entry.value) ?? createItem(entry);
          items.set(entry.value, known);
          known.box.checked = chosen.includes(entry.value);
          known.count.textContent = entry.count.toLocaleString("en");
          known.item.classList.toggle("none-left", entry.count === 0);
          return known.item;
        }),
      );
    });
    root.hidden = ordered.length === 0;
    more.hidden = ordered.length <= visible.length && !open;
    more.textContent = open ? "Fewer" : `All ${String(ordered.length)}`;
    more.setAttribute("aria-expanded", String(open));
    more.setAttribute("aria-label", `${more.textContent}: ${name}`);
  }

  more.addEventListener("click", () => {
    open = !open;
    draw();
  });

  return {
    root,
    draw(counts: readonly FacetCount[], chosen: readonly string[]): void {
      last = { counts, chosen };
      draw();
    },
  };
}
