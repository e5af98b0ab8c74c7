import { CHANGED } from "./names.ts";
import type { Facts } from "./saved.ts";
import { toSaved } from "./saved.ts";
import { factsOf } from "./look-up.ts";
import type { Shelf } from "./shelf.ts";
import { NotKept, openShelf } from "./shelf.ts";

/** Today as the reader's calendar has it, ISO. */
export const today = (): string => new Date().toLocaleDateString("sv");

const textOf = (row: Element, selector: string) =>
  row.querySelector(selector)?.textContent.replace(/\s+/gu, " ").trim() ?? "";

/** What a row shows of its paper. */
const factsInRow = (row: Element): Facts => ({
  title: textOf(row, ".row-title"),
  by: textOf(row, ".row-by"),
  date: row.querySelector("time")?.dateTime ?? "",
  venue: textOf(row, ".venue"),
});

/** What stands in a reader's way, in words, and what helps. */
export function explain(error: unknown): string {
  if (!(error instanceof NotKept)) throw error;
  return error.reason === "full"
    ? "Not saved: this browser has no room left for the site. Shorter notes or fewer papers make some."
    : "Not saved: this browser lets the site keep nothing, as private windows and strict settings do.";
}

/** Tells the page that the list is another now. */
export const announce = (): boolean => dispatchEvent(new Event(CHANGED));

/** Puts a paper on top of the list. */
export function keep(shelf: Shelf, key: string, facts: Facts): void {
  shelf.put(toSaved(key, { ...facts, place: shelf.top(), saved: today() }));
  announce();
}

/** Saves the paper of a button, or takes it out of the list; what came of it, in words. */
export function toggle(button: HTMLElement, base: string): string {
  const shelf = openShelf(base, () => localStorage);
  const key = button.dataset["keep"] ?? "";
  try {
    if (shelf.has(key)) {
      shelf.remove(key);
      announce();
      return "Taken off your reading list";
    }
    const row = button.closest("li[data-key]");
    keep(shelf, key, row ? factsInRow(row) : factsOf(document));
    return "Saved to your reading list";
  } catch (error) {
    return explain(error);
  }
}
