import type { Note } from "../types.ts";
import { make } from "./dom.ts";
import { describeNote } from "./words.ts";

/** Where a link of a note leads; without `go`, it is followed as any link is. */
export interface Way {
  address: string;
  go?: () => void;
}

/** Draws what the engine did to the query, a line a note; what it says can be searched instead is a link. */
export function drawNotes(
  list: HTMLElement,
  notes: readonly Note[],
  ways: { literal: Way; query: (text: string) => Way },
): void {
  const lines = notes.map((note) =>
    make(
      "li",
      {},
      ...describeNote(note).map(({ text, strong, literal, query }) => {
        if (strong) return make("strong", {}, text);
        const way = literal ? ways.literal : query === undefined ? undefined : ways.query(query);
        if (!way) return text;
        const { address, go } = way;
        const link = make("a", { href: address }, text);
        link.addEventListener("click", (event) => {
          if (!go || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          go();
        });
        return link;
      }),
    ),
  );
  list.replaceChildren(...lines);
  list.hidden = lines.length === 0;
}
