/** A page of a browser that is driven from outside, by whichever protocol the browser speaks. */
export interface Tab {
  open(url: string): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page; its arguments and what it gives pass as JSON. Promises are waited for. */
  evaluate<Args extends readonly unknown[], Value>(
    run: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ): Promise<Value>;
  /** Performs a person's input, as WebDriver describes it. */
  act(sources: readonly unknown[]): Promise<void>;
  /** Errors of the console and of scripts so far, and addresses asked for; where the protocol tells. */
  heard?: { faults: readonly string[]; requests: readonly string[] };
  /** Where the browser puts what it saves, where that can be set. */
  downloads?: string;
  close(): Promise<void>;
}

/** Names that WebDriver gives to keys without a letter. */
const KEYS: Readonly<Record<string, string>> = {
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  Tab: "\uE004",
};

/** A function as text, which gives its value as JSON: both protocols pass texts alike. */
export const asText = (run: (...args: never[]) => unknown): string =>
  `async (args) => JSON.stringify((await (${run.toString()})(...JSON.parse(args))) ?? null)`;

/** Presses keys: names of keys, or texts letter by letter. */
async function press(tab: Tab, ...keys: string[]): Promise<void> {
  const values = keys.flatMap((key) => KEYS[key] ?? [...key]);
  const actions = values.flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
  await tab.act([{ type: "key", id: "keyboard", actions }]);
}

/** Waits until the page says something that is true; fails with what was waited for. */
export async function until<Args extends readonly unknown[], Value>(
  tab: Tab,
  what: string,
  says: (...args: Args) => Value | Promise<Value>,
  ...args: Args
): Promise<Value> {
  const end = performance.now() + 20_000;
  for (;;) {
    // While a page goes and another comes there is nobody to ask.
    const value = await tab.evaluate(says, ...args).catch(() => undefined);
    if (value) return value;
    if (performance.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Clicks the first visible element that a selector names (and that has some words), as a mouse does. */
export async function click(tab: Tab, selector: string, words = ""): Promise<void> {
  const place = await until(
    tab,
    `something to click: ${selector} ${words}`,
    (css: string, text: string) => {
      if (document.readyState !== "complete") return undefined;
      const found = [...document.querySelectorAll<HTMLElement>(css)].find(
        (each) => each.checkVisibility() && each.innerText.includes(text),
      );
      if (!found) return undefined;
      found.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = found.getClientRects()[0] ?? new DOMRect();
      return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
    },
    selector,
    words,
  );
  const button = (type: string) => ({ type, button: 0 });
  const move = { type: "pointerMove", ...place, duration: 0, origin: "viewport" };
  const actions = [move, button("pointerDown"), button("pointerUp")];
  await tab.act([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }]);
}

/** The text of the first element that a selector names, once it is there. */
export const textOf = (tab: Tab, selector: string): Promise<string> =>
  until(
    tab,
    `the text of ${selector}`,
    (css: string) => document.querySelector<HTMLElement>(css)?.innerText.trim(),
    selector,
  ) as Promise<string>;

/** Sends words from the page's search box, which `/` gives the focus. */
export async function sendSearch(tab: Tab, words: string): Promise<void> {
  await until(tab, "the page's scripts", () => document.readyState === "complete");
  await press(tab, "/");
  await until(tab, "the search box", () => document.activeElement?.matches("input[name=q]"));
  await press(tab, words, "Enter");
}
