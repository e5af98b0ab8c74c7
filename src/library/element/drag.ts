/** Moving rows by mouse, pen or finger, by their grips. The keyboard has buttons for the same. */

const GRIP = '[data-part="grip"]';

/** The row before which something held at a height belongs; undefined for the end. */
function rowBelow(list: HTMLElement, held: HTMLElement, y: number): Element | undefined {
  return [...list.children].find((row) => {
    if (row === held) return false;
    const { top, height } = row.getBoundingClientRect();
    return height > 0 && y < top + height / 2;
  });
}

/** Pixels at the window's edges within which it scrolls while a row is held there. */
const EDGE = 48;

function scrollAt(y: number): void {
  if (y < EDGE) scrollBy({ top: y - EDGE, behavior: "instant" });
  else if (y > innerHeight - EDGE) scrollBy({ top: y - (innerHeight - EDGE), behavior: "instant" });
}

/** Lets rows be dragged; `dropped` hears of a row that stands in another place than before. */
export function watchDragging(list: HTMLElement, dropped: (row: HTMLElement) => void): void {
  list.addEventListener("pointerdown", (event) => {
    const row = (event.target as Element).closest(GRIP)?.closest("li");
    if (!row || event.button !== 0) return;
    event.preventDefault();
    row.dataset["held"] = "";
    const home = row.nextElementSibling;
    const stop = new AbortController();
    const { signal } = stop;
    const move = ({ clientY }: PointerEvent) => {
      scrollAt(clientY);
      const before = rowBelow(list, row, clientY) ?? null;
      if (before !== row.nextElementSibling) list.insertBefore(row, before);
    };
    const end = (keep: boolean) => {
      stop.abort();
      delete row.dataset["held"];
      if (!keep) list.insertBefore(row, home);
      else if (row.nextElementSibling !== home) dropped(row);
    };
    // Not on the grip: it leaves the page for a moment with each step, and would lose hold.
    document.addEventListener("pointermove", move, { signal });
    for (const [type, keep] of [
      ["pointerup", true],
      ["pointercancel", false],
    ] as const)
      document.addEventListener(
        type,
        () => {
          end(keep);
        },
        { signal },
      );
    document.addEventListener(
      "keydown",
      (key) => {
        if (key.key === "Escape") end(false);
      },
      { signal },
    );
  });
}
