import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";

/** Tells of itself when somebody listens to it. */
class Watched extends EventTarget {
  override addEventListener(...given: Parameters<EventTarget["addEventListener"]>): void {
    super.addEventListener(...given);
    if (given[0] !== "watched") this.dispatchEvent(new Event("watched"));
  }
}

const abstract = new Watched();
const said = new EventTarget();
const toast = {
  classList: { add: () => undefined },
  set textContent(words: string) {
    said.dispatchEvent(new CustomEvent("words", { detail: words }));
  },
};
Object.assign(globalThis, {
  document: Object.assign(new EventTarget(), {
    querySelector: (selector: string) => (selector === "#toast" ? toast : abstract),
    getElementById: () => null,
  }),
  window: { setTimeout: () => 0 },
  location: { hash: "#s9" },
  addEventListener: () => undefined,
});
const { watchSentences } = await import("./sentences.ts");

// Outside a browser the script of the menu cannot run, which is as if it did not arrive.
await test("where the menu does not arrive, that is said, and the pointer may ask again", async () => {
  const words = once(said, "words");
  watchSentences();
  const [{ detail }] = (await words) as [CustomEvent<string>];
  assert.equal(detail, "Sentence not found: the site cannot be reached");
  for (const pointerType of ["mouse", "mouse"]) {
    const listens = once(abstract, "watched");
    abstract.dispatchEvent(Object.assign(new Event("pointerover"), { pointerType }));
    await listens;
  }
});
