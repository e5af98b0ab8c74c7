import type { Response } from "../types.ts";
import { part } from "./dom.ts";
import { isIdle, type View } from "./view.ts";

/** What stands where the results do. */
export type State = "idle" | "loading" | "ready" | "error";

/**
 * Shows the panel that goes with a state: the ways in while nothing is asked, what to do when nothing
 * was found, what still works when search does not. A search under way leaves results that are there.
 */
export function createStates(root: HTMLElement, list: HTMLElement) {
  const panels = {
    idle: part(root, "idle"),
    empty: part(root, "empty"),
    failed: part(root, "failed"),
  };
  const showOnly = (name?: keyof typeof panels) => {
    for (const [other, panel] of Object.entries(panels)) panel.hidden = other !== name;
    part(root, "ways").hidden = name === undefined;
  };
  const set = (state: State) => {
    list.dataset["state"] = state;
    root.dataset["state"] = state;
  };
  const parts = { empty: part(root, "empty-filters"), cause: part(root, "cause") };

  return {
    idle(): void {
      set("idle");
      list.dataset["total"] = "0";
      list.replaceChildren();
      showOnly("idle");
    },
    loading(): void {
      if (root.dataset["state"] !== "ready") showOnly();
      set("loading");
    },
    ready(response: Response, view: View): void {
      list.dataset["total"] = String(response.total);
      showOnly(response.total === 0 && !isIdle(view) ? "empty" : undefined);
      parts.empty.hidden = Object.keys(view.filters).length === 0;
      set("ready");
    },
    failed(): void {
      list.dataset["total"] = "0";
      list.replaceChildren();
      parts.cause.textContent = navigator.onLine
        ? "The search index did not arrive."
        : "You are offline, and the search index is not on this device yet.";
      showOnly("failed");
      set("error");
    },
  };
}
