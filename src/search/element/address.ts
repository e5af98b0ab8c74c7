import type { View } from "./view.ts";
import { writeView } from "./view.ts";

/** Milliseconds that the address lags behind typing: browsers refuse too many changes. */
const LAG = 250;

/** How far down the page was when its entry of the history was left. */
const scrollOf = (state: unknown): number | undefined => {
  const y = (state as { y?: unknown } | null)?.y;
  return typeof y === "number" ? y : undefined;
};

/**
 * Keeps the address, the history and the place on the page in step with a view.
 *
 * @param addressOf gives a view's address from its query part.
 * @param returned hears that the address changed by itself, and how far down the page was left.
 */
export function createAddress(
  addressOf: (query: string) => string,
  returned: (y: number | undefined) => void,
) {
  let pending: View | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pathOf = (view: View) => addressOf(writeView(view));
  const stateOf = (y: number) => ({ ...(history.state as object | null), y });

  function replace(view: View): void {
    clearTimeout(timer);
    pending = undefined;
    history.replaceState(stateOf(scrollY), "", pathOf(view));
  }
  const flush = () => {
    if (pending) replace(pending);
  };
  const keepPlace = () => {
    flush();
    history.replaceState(stateOf(scrollY), "");
  };

  history.scrollRestoration = "manual";
  addEventListener("pagehide", keepPlace);
  addEventListener("popstate", (event) => {
    clearTimeout(timer);
    pending = undefined;
    returned(scrollOf(event.state));
  });

  return {
    /** Where this entry of the history was left; undefined for a new one. */
    place: scrollOf(history.state),
    /** Before the page is left by a link: the address is that of the view, and the place is remembered. */
    keep: keepPlace,
    /** The view's address stands in for the present one. */
    replace,
    /** The same a little later: the last of many. */
    replaceSoon(view: View): void {
      pending = view;
      clearTimeout(timer);
      timer = setTimeout(flush, LAG);
    },
    /** The present entry keeps `before`; the view becomes a new one. */
    push(before: View, view: View): void {
      replace(before);
      history.pushState({ y: 0 }, "", pathOf(view));
    },
  };
}
