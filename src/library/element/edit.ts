import type { Progress } from "../saved.ts";
import { joinNotes } from "../saved.ts";
import type { Shelf } from "../shelf.ts";
import { announce, explain } from "../toggle.ts";
import { watchDragging } from "./drag.ts";
import { noteOf, openNote, showNote, titleOf, typedOver } from "./saved-row.ts";

/** Milliseconds of quiet after which a note that is being written is kept. */
const SETTLED = 400;

const keyOf = (row: Element | null | undefined) =>
  (row as HTMLElement | null)?.dataset["key"] ?? "";

/**
 * What a reader does to the list: move, note, mark, remove. Gives what makes a change and shows it.
 *
 * @param options.shown keys of the rows that are to be seen, in order.
 * @param options.said where it says what was done, or what was in the way.
 */
export function watchEditing(
  list: HTMLElement,
  { shelf, shown, said }: { shelf: Shelf; shown: () => string[]; said: HTMLElement },
): (act: () => void) => boolean {
  /** Makes a change and has the page show it; false where the browser did not keep it, which is said. */
  function change(act: () => void): boolean {
    let kept = true;
    try {
      act();
      said.textContent = "";
    } catch (error) {
      kept = false;
      said.textContent = explain(error);
    }
    announce();
    return kept;
  }

  function move(row: HTMLElement, step: -1 | 1): void {
    const key = keyOf(row);
    const order = shown();
    const to = order.indexOf(key) + step;
    if (to < 0 || to >= order.length) return;
    const [before, after] = step < 0 ? [order[to - 1], order[to]] : [order[to], order[to + 1]];
    const moved = change(() => {
      shelf.move(key, before, after);
    });
    if (moved) said.textContent = `Now ${String(to + 1)} of ${String(order.length)}`;
    row.scrollIntoView({ block: "nearest" });
  }

  function remove(row: HTMLElement): void {
    const key = keyOf(row);
    const saved = shelf.get(key);
    const next = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("a");
    const removed = change(() => {
      shelf.remove(key);
    });
    if (!saved || !removed) return;
    const undo = document.createElement("button");
    undo.className = "button";
    undo.type = "button";
    undo.textContent = "Undo";
    undo.addEventListener("click", () => {
      change(() => {
        shelf.put(saved);
      });
      list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] a`)?.focus();
    });
    said.replaceChildren(`Removed “${titleOf(saved)}”. `, undo);
    (next ?? undo).focus();
  }

  /**
   * Keeps a note that was typed, with what another tab has written meanwhile. One that the browser did not keep stays in
   * its box.
   */
  function keepNote(note: HTMLTextAreaElement): void {
    const before = typedOver(note);
    const saved = shelf.get(keyOf(note.closest("li")));
    if (before === undefined || !saved) return;
    const text = saved.note === before ? note.value : joinNotes(note.value, saved.note);
    const kept = change(() => {
      shelf.change(saved.key, { note: text });
    });
    if (kept) showNote(note, text);
  }

  list.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("[data-act]");
    const row = button?.closest("li");
    if (!button || !row || button.ariaDisabled === "true") return;
    const acts: Readonly<Record<string, () => void>> = {
      up: () => {
        move(row, -1);
      },
      down: () => {
        move(row, 1);
      },
      note: () => {
        openNote(row);
      },
      remove: () => {
        remove(row);
      },
    };
    acts[button.dataset["act"] ?? ""]?.();
  });
  list.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement)
      change(() => {
        shelf.change(keyOf(target.closest("li")), { progress: target.value as Progress });
      });
  });
  let typing: ReturnType<typeof setTimeout> | undefined;
  list.addEventListener("input", ({ target }) => {
    clearTimeout(typing);
    if (target instanceof HTMLTextAreaElement) typing = setTimeout(keepNote, SETTLED, target);
  });
  list.addEventListener("focusout", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    clearTimeout(typing);
    keepNote(target);
    target.hidden = target.value === "";
  });
  // A note is kept even when the window goes before it has settled.
  addEventListener("pagehide", () => {
    const held = document.activeElement;
    if (held instanceof HTMLTextAreaElement && noteOf(held.closest("li")) === held) keepNote(held);
  });
  watchDragging(list, (row) => {
    const [before, after] = [row.previousElementSibling, row.nextElementSibling].map(
      (other) => keyOf(other) || undefined,
    );
    change(() => {
      shelf.move(keyOf(row), before, after);
    });
  });
  return change;
}
