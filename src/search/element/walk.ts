import { hasModifier, isTyping } from "./dom.ts";

/** Arrow keys walk from the box through the results and back, `/` leads to the box, Esc away from it. */
export function walkResults(root: HTMLElement, input: HTMLInputElement, list: HTMLElement): void {
  const links = () => [...list.querySelectorAll<HTMLAnchorElement>("[data-part=title]")];

  function move(event: KeyboardEvent): HTMLElement | undefined {
    const target = event.target as Node;
    const all = links();
    const row = list.contains(target) ? (target as HTMLElement).closest("li[data-key]") : null;
    const place = all.findIndex((link) => row?.contains(link));
    if (target === input) return event.key === "ArrowDown" ? all[0] : undefined;
    if (place < 0) return undefined;
    if (event.key === "ArrowDown") return all[place + 1];
    if (event.key === "ArrowUp") return all[place - 1] ?? input;
    return undefined;
  }

  root.addEventListener("keydown", (event) => {
    if (hasModifier(event) || event.shiftKey || event.isComposing) return;
    if (event.key === "Escape") {
      if (event.target === input) input.blur();
      else if (list.contains(event.target as Node)) input.focus();
      else return;
      event.preventDefault();
      return;
    }
    const next = move(event);
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    event.preventDefault();
    event.stopPropagation();
  });

  // Before the page's own handler, which would lead to the box in the header.
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "/" || hasModifier(event) || isTyping(event)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      input.focus();
      input.select();
    },
    { capture: true },
  );
}
