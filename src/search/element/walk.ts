import { hasModifier } from "./dom.ts";

/**
 * Arrow keys walk from the box through the results and back; Esc leads from a result to the box.
 * Keys that work on every page (`/`, `j`, `k`, Esc in a box) are the page's own.
 */
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
    const isInside = list.contains(event.target as Node);
    const next = event.key === "Escape" && isInside ? input : move(event);
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    event.preventDefault();
    event.stopPropagation();
  });
}
