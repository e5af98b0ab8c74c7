import { setImmediate as others } from "node:timers/promises";

/** Texts that are read in one go: a tenth of a second. */
const STRETCH = 500;

/** Items one by one, with pauses in which whoever waits in this thread goes on: Pagefind is fed in them. */
export async function* unhurried<T>(items: Iterable<T>): AsyncGenerator<T> {
  let read = 0;
  for (const item of items) {
    if (read > 0 && read % STRETCH === 0) await others();
    yield item;
    read += 1;
  }
}
