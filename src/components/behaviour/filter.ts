import { countText } from "../counts.ts";
import { matcher } from "./matching.ts";

/** Has a box hide and show the items that it names. */
export function attachFilter(box: HTMLInputElement): void {
  const name = box.dataset["filter"] ?? "";
  const list = document.querySelector(`#${name}`);
  const status = document.querySelector(`#${name}-status`);
  if (!list || !status) return;
  const items = [
    ...list.querySelectorAll<HTMLElement>("[data-item], [data-rows] > li, :scope > li"),
  ].map((item) => ({ item, text: item.textContent }));
  const groups = [...list.querySelectorAll<HTMLElement>("[data-group]")].map((group) => ({
    group,
    jump: document.querySelector<HTMLElement>(`a[href="#${CSS.escape(group.id)}"]`),
  }));
  const narrow = () => {
    const matches = matcher(box.value);
    let left = 0;
    for (const { item, text } of items) {
      item.hidden = !matches(text);
      if (!item.hidden) left += 1;
    }
    for (const { group, jump } of groups) {
      group.hidden = !group.querySelector("li:not([hidden])");
      if (jump) jump.hidden = group.hidden;
    }
    status.textContent =
      box.value.trim() === ""
        ? ""
        : left === 0
          ? "Nothing on this page has all these words. Press Enter to search everything."
          : `${countText(left)} of ${countText(items.length)}`;
  };
  box.addEventListener("input", narrow);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    const form = document.querySelector<HTMLFormElement>('form[role="search"]');
    const first = items.find(({ item }) => !item.hidden)?.item.querySelector("a");
    if (first) first.focus();
    else if (form) location.assign(`${form.action}?q=${encodeURIComponent(box.value)}`);
  });
  // What the address carries, or the browser has kept.
  if (box.value !== "") narrow();
}

/** Milliseconds that the address lags behind typing: browsers refuse too many changes. */
const LAG = 250;

/** Has a box begin with the words that the page's address carries, and the address carry those in the box. */
function keepInAddress(box: HTMLInputElement): void {
  box.value = new URLSearchParams(location.search).get("filter") ?? box.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    const address = new URL(location.href);
    if (box.value === "") address.searchParams.delete("filter");
    else address.searchParams.set("filter", box.value);
    history.replaceState(history.state, "", address);
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, LAG);
  });
  // Whoever goes on to a page at once leaves the box before.
  box.addEventListener("change", keep);
}

for (const box of document.querySelectorAll<HTMLInputElement>("[data-filter]")) {
  keepInAddress(box);
  attachFilter(box);
}
