import type { Note } from "../types.ts";
import { make } from "./dom.ts";
import { describeNote } from "./words.ts";

/** Draws what the engine did to the query, a line a note; the way back is a link to the search as typed. */
export function drawNotes(
  list: HTMLElement,
  notes: readonly Note[],
  literal: { address: string; go: () => void },
): void {
  const lines = notes.map((note) =>
    make(
      "li",
      {},
      ...describeNote(note).map((phrase) => {
        if (phrase.strong) return make("strong", {}, phrase.text);
        if (!phrase.literal) return phrase.text;
        const link = make("a", { href: literal.address }, phrase.text);
        link.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          literal.go();
        });
        return link;
      }),
    ),
  );
  list.replaceChildren(...lines);
  list.hidden = lines.length === 0;
}
