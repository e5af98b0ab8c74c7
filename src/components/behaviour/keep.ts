import { CHANGED, keptKeys } from "../../library/names.ts";
import { say, sayUnreachable } from "./toast.ts";

const base = import.meta.env.BASE_URL.replace(/\/?$/u, "/");

/** Keys of the papers in the reading list; none where the browser refuses. */
function readKept(): Set<string> {
  try {
    return new Set(keptKeys(localStorage, base));
  } catch {
    return new Set();
  }
}

/** Puts the button that saves its paper into a row. */
function addButton(row: HTMLElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "icon-button keep";
  button.dataset["keep"] = row.dataset["key"];
  button.ariaLabel = `Save ${row.querySelector(".row-title")?.textContent.trim() ?? ""}`;
  row.append(button);
}

/** Shows what is saved: on the buttons of rows and of a paper's page, in the header. */
function paint(): void {
  document
    .querySelectorAll<HTMLElement>("li[data-key]:not(.saved, :has(> .keep))")
    .forEach(addButton);
  const kept = readKept();
  for (const button of document.querySelectorAll<HTMLElement>("[data-keep]"))
    button.ariaPressed = String(kept.has(button.dataset["keep"] ?? ""));
  const link = document.querySelector<HTMLElement>("[data-shelf]");
  if (!link) return;
  link.dataset["shelf"] = kept.size > 0 ? String(kept.size) : "";
  link.ariaLabel = `Reading list${kept.size > 0 ? ` (${String(kept.size)})` : ""}`;
}

/** Saves the paper of the row that has the focus, else that of the page, or takes it out again; false without one. */
export function toggleKept(): boolean {
  const row = document.activeElement?.closest("li[data-key]");
  const button =
    row?.querySelector<HTMLElement>("[data-keep], [data-act=remove]") ??
    document.querySelector<HTMLElement>("article [data-keep]");
  button?.click();
  return Boolean(button);
}

/** The reading list as far as every page shows it. What saves comes when somebody does. */
export function watchKept(): void {
  paint();
  addEventListener(CHANGED, paint);
  addEventListener("storage", paint);
  // Back from another page, the browser may show this one as it was.
  addEventListener("pageshow", paint);
  const results = document.querySelector("#results");
  if (results) new MutationObserver(paint).observe(results, { childList: true });
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>("[data-keep]");
    if (!button) return;
    import("../../library/toggle.ts").then(({ toggle }) => {
      say(toggle(button, base));
    }, sayUnreachable("Not saved"));
  });
}
