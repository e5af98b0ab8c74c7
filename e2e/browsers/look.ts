import assert from "node:assert/strict";
import type { TestContext } from "node:test";
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

/** Nothing failed, and whatever was asked for lies below `own` or in the page itself. */
export function expectQuiet({ heard }: Tab, context: TestContext, own: string): void {
  if (!heard) {
    context.skip("This browser's protocol tells neither of faults nor of requests.");
    return;
  }
  const isOwn = (url: string) => url.startsWith(own) || /^(?:data|blob):/u.test(url);
  assert.deepEqual(heard.faults, []);
  assert.deepEqual(
    heard.requests.filter((url) => !isOwn(url)),
    [],
  );
}
