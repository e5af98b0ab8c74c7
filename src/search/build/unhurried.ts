import { setImmediate as others } from "node:timers/promises";

/** Texts that are read in one go: a tenth of a second. */
const STRETCH = 500;

/** Items one by one, with pauses in which whoever waits in this thread goes on: Pagefind is fed in them. */
export async function* unhurried<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const [i, item] of items.entries()) {
    if (i > 0 && i % STRETCH === 0) await others();
    yield item;
  }
}
