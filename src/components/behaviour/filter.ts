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
  const groups = [...list.querySelectorAll<HTMLElement>("[data-group]")];
  const narrow = () => {
    const matches = matcher(box.value);
    let left = 0;
    for (const { item, text } of items) {
      item.hidden = !matches(text);
      if (!item.hidden) left += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
    status.textContent =
      box.value.trim() === ""
        ? ""
        : left === 0
          ? "Nothing on this page has all these words. Press Enter to search everything."
          : `${String(left)} of ${String(items.length)}`;
  };
  box.addEventListener("input", narrow);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    const form = document.querySelector<HTMLFormElement>('form[role="search"]');
    const first = items.find(({ item }) => !item.hidden)?.item.querySelector("a");
    if (first) first.focus();
    else if (form) location.assign(`${form.action}?q=${encodeURIComponent(box.value)}`);
  });
  // A browser that comes back to the page may have kept what was typed.
  if (box.value !== "") narrow();
}

for (const box of document.querySelectorAll<HTMLInputElement>("[data-filter]")) attachFilter(box);
