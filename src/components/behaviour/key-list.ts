import { KEYS } from "./key-table.ts";

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

let dialog: HTMLDialogElement | undefined;

/** Shows what the keyboard does. Made once. */
export function openKeyList(): void {
  if (!dialog) {
    const heading = make("h2", "", "Keys");
    heading.id = "keys-title";
    const rows = KEYS.flatMap(({ keys, does }) => [
      make("dt", "", ...keys.flatMap((key, i) => [i > 0 ? " " : "", make("kbd", "", key)])),
      make("dd", "", does),
    ]);
    const close = make("button", "button", "Close");
    const form = make("form", "", close);
    form.method = "dialog";
    dialog = make("dialog", "keys", heading, make("dl", "", ...rows), form);
    dialog.setAttribute("aria-labelledby", heading.id);
    document.body.append(dialog);
  }
  dialog.showModal();
}
