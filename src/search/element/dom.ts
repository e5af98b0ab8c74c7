import type { Run } from "../types.ts";

/** What the elements need of the DOM. Text goes in as text: nothing here reads markup. */

/** The element that the page's markup names `data-part="name"`. A page without it is a fault of ours. */
export function part(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) throw new Error(`the page has no data-part="${name}"`);
  return found;
}

/** A new element with attributes and text or children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Stretches of text as nodes, the matching ones in `<mark>`. */
export const drawRuns = (runs: readonly Run[]): (Node | string)[] =>
  runs.map(({ text, mark }) => (mark ? make("mark", {}, text) : text));

/** Runs a change of the DOM and gives the focus back if the change moved its holder. */
export function keepingFocus(change: () => void): void {
  const held = document.activeElement;
  change();
  if (held instanceof HTMLElement && held !== document.activeElement && held.isConnected)
    held.focus({ preventScroll: true });
}

/** Whether a key comes with a modifier: then it is the browser's. */
export const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey;
