import { copyCitation, copyKey } from "./copy.ts";
import { toggleKept } from "./keep.ts";
import { switchTheme } from "./theme.ts";
import { sayUnreachable } from "./toast.ts";

const TYPED_IN = "input:not([type=radio], [type=checkbox]), textarea, select";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED_IN));

/** The link that stands for each row that is to be seen: its first. */
const stops = () =>
  [...document.querySelectorAll("[data-rows] > li, #results > li")]
    .map((row) => row.querySelector("a"))
    .filter((link) => link?.checkVisibility());

/** Moves the focus a row on or back; false at the ends and where there are no rows. */
function walk(step: 1 | -1): boolean {
  const links = stops();
  const row = document.activeElement?.closest("li");
  const here = links.findIndex((link) => row?.contains(link ?? null));
  const next = here === -1 && step === 1 ? links[0] : links[here + step];
  next?.focus();
  return Boolean(next) && here + step >= 0;
}

function focusSearch(): boolean {
  const boxes = document.querySelectorAll<HTMLInputElement>('form[role="search"] [name="q"]');
  const box = [...boxes].find((each) => each.checkVisibility());
  box?.focus();
  box?.select();
  return Boolean(box);
}

const onRow = (target: EventTarget | null) =>
  target instanceof Element && stops().includes(target as HTMLAnchorElement);

/** What a key does here; true where it did something, so that the browser leaves it alone. */
function act(event: KeyboardEvent): boolean {
  switch (event.key) {
    case "/":
      return focusSearch();
    case "j":
      return walk(1);
    case "k":
      return walk(-1);
    // Arrows scroll: they walk only from row to row.
    case "ArrowDown":
      return onRow(event.target) && walk(1);
    case "ArrowUp":
      return onRow(event.target) && walk(-1);
    case "c":
      return copyKey() || copyCitation();
    case "s":
      return toggleKept();
    case "t":
      switchTheme();
      return true;
    case "?":
      // Few pages ever need it: it comes when it is asked for.
      import("./key-list.ts").then(
        ({ openKeyList }) => openKeyList(),
        sayUnreachable("Not opened"),
      );
      return true;
    default:
      return false;
  }
}

/** The keyboard of every page: never while typing, never a key that the browser or an open dialog has a use for. */
export function watchKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.isComposing || document.querySelector("dialog[open]")) return;
    if (isTyping(event.target)) {
      const box = event.target as HTMLInputElement;
      if (event.key !== "Escape" || (box.value !== "" && box.name !== "q")) return;
      // Esc leads out of a search's box, which browsers would empty; a box that filters rows they empty first.
      event.preventDefault();
      box.blur();
      return;
    }
    if (act(event)) event.preventDefault();
  });
}
