import assert from "node:assert/strict";
import type { Tab } from "./tab.ts";
import { until } from "./tab.ts";

/** The texts of what a selector finds, once there is any. */
export const foundIn = async (tab: Tab, selector: string): Promise<string[]> =>
  (await until(
    tab,
    selector,
    (css: string) => {
      const found = [...document.querySelectorAll<HTMLElement>(css)];
      return found.length > 0 ? found.map((each) => each.innerText.trim()) : undefined;
    },
    selector,
  )) ?? [];

/** Whatever was asked for lies below `own`, or in the page itself. */
export function expectOwnRequests(tab: Tab, own: string): void {
  const foreign = tab.requests.filter(
    (url) => !url.startsWith(own) && !/^(?:data|blob):/u.test(url),
  );
  assert.deepEqual(foreign, []);
}
