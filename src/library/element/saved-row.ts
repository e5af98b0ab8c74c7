import { part } from "../../search/element/dom.ts";
import { nameDate } from "../../search/element/rows.ts";
import type { Urls } from "../../urls.ts";
import type { Saved } from "../saved.ts";

/** The name by which a row calls its paper. */
export const titleOf = ({ title, key }: Pick<Saved, "title" | "key">): string => title || key;

/** A row of the list, empty but for what never changes: a copy of the page's template. */
export function createRow(template: HTMLTemplateElement, key: string): HTMLLIElement {
  const row = (template.content.cloneNode(true) as DocumentFragment).querySelector("li");
  if (!row) throw new Error("the template of a saved paper has no li");
  row.dataset["key"] = key;
  return row;
}

const named = (row: HTMLElement, act: string) =>
  row.querySelector<HTMLButtonElement>(`[data-act="${act}"]`);

function setText(row: HTMLElement, name: string, text: string): void {
  const element = part(row, name);
  element.textContent = text;
  element.hidden = text === "";
}

/** What the storage had of a note when its box showed it last. */
const shownNotes = new WeakMap<HTMLTextAreaElement, string>();

/** What a reader has typed over: the note as the storage had it; undefined where the box says that still. */
export function typedOver(note: HTMLTextAreaElement): string | undefined {
  const shown = shownNotes.get(note) ?? "";
  return note.value === shown ? undefined : shown;
}

/** Shows a note as the storage has it. Who is writing goes on where the words before the cursor are the same. */
export function showNote(note: HTMLTextAreaElement, text: string): void {
  shownNotes.set(note, text);
  const isHeld = document.activeElement === note;
  if (note.value !== text) {
    const { selectionStart, selectionEnd } = note;
    note.value = text;
    if (isHeld) note.setSelectionRange(selectionStart, selectionEnd);
  }
  note.hidden = text === "" && !isHeld;
}

/** Fills a row. */
export function fillRow(
  row: HTMLElement,
  saved: Saved,
  { urls, first, last }: { urls: Urls; first: boolean; last: boolean },
): void {
  const title = titleOf(saved);
  const link = part(row, "title") as HTMLAnchorElement;
  link.href = urls.paper(saved.key);
  link.textContent = title;
  setText(row, "by", saved.by);
  setText(row, "venue", saved.venue);
  (part(row, "date") as HTMLTimeElement).dateTime = saved.date;
  setText(row, "date", nameDate(saved.date));
  setText(row, "gone", saved.gone === undefined ? "" : `No longer on this site. ${saved.gone}`);
  row.dataset["progress"] = saved.progress;
  const progress = part(row, "progress") as HTMLSelectElement;
  progress.value = saved.progress;
  progress.ariaLabel = `How far with ${title}`;
  const note = part(row, "note") as HTMLTextAreaElement;
  note.ariaLabel = `Note on ${title}`;
  if (typedOver(note) === undefined) showNote(note, saved.note);
  const labels = { up: "Move up", down: "Move down", remove: "Remove", note: "Note on" };
  for (const [act, does] of Object.entries(labels)) {
    const button = named(row, act);
    if (button) button.ariaLabel = `${does}: ${title}`;
  }
  // Disabled buttons lose the focus: these stay, and say that they do nothing.
  named(row, "up")?.setAttribute("aria-disabled", String(first));
  named(row, "down")?.setAttribute("aria-disabled", String(last));
}

/** The box of a row's note. */
export const noteOf = (row: HTMLElement | null) =>
  row?.querySelector<HTMLTextAreaElement>('[data-part="note"]') ?? null;

/** Opens a row's note to be written. */
export function openNote(row: HTMLElement): void {
  const note = part(row, "note") as HTMLTextAreaElement;
  note.hidden = false;
  note.focus();
}
