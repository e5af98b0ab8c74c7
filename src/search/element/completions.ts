import type { Engine } from "../types.ts";
import { make } from "./dom.ts";

/** Ways straight to a topic, a tag or an author that is being typed: at most these many. */
const MOST = 4;

const KINDS: Readonly<Record<string, string>> = { topic: "Topic", tag: "Tag", author: "Author" };

/** The line of ways under the box. A later text wins over an earlier one that is still being looked up. */
export function createCompletions(line: HTMLElement, load: () => Promise<Engine>) {
  let newest = 0;
  async function show(text: string): Promise<void> {
    const number = (newest += 1);
    const engine = await load();
    const found = text.trim() === "" ? [] : await engine.suggest(text, 3 * MOST);
    if (number !== newest) return;
    const ways = found.filter(({ kind }) => kind in KINDS).slice(0, MOST);
    line.replaceChildren(
      ...ways.map(({ kind, label, url }) => {
        const name = make("span", { class: "kind" }, `${KINDS[kind] ?? ""} `);
        return make("li", {}, make("a", { href: url }, name, label));
      }),
    );
    line.hidden = ways.length === 0;
  }
  return {
    show(text: string): void {
      // A line of shortcuts that cannot be had is no failure of the search.
      show(text).catch(() => {
        line.hidden = true;
      });
    },
    hide(): void {
      newest += 1;
      line.hidden = true;
    },
  };
}
