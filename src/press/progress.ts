/** How often a long build says how far it is, in milliseconds. */
const EVERY = 5_000;

const whole = (n: number) => n.toLocaleString("en");

/** `1,200 of 22,000 pages, 40 s left`: the time left as if all went on as it did so far. */
export function sayProgress(done: number, total: number, elapsed: number): string {
  const pages = `${whole(Math.min(done, total))} of ${whole(total)} pages`;
  if (done <= 0 || done >= total) return pages;
  const left = Math.ceil((elapsed / done) * (total - done));
  return `${pages}, ${left < 120 ? `${String(left)} s` : `${String(Math.round(left / 60))} min`} left`;
}

/**
 * Says every few seconds how far a counter is; gives the function that ends it.
 *
 * @param say is given one line.
 */
export function watch(count: () => number, total: number, say: (line: string) => void): () => void {
  const start = performance.now();
  const timer = setInterval(() => {
    say(sayProgress(count(), total, (performance.now() - start) / 1000));
  }, EVERY);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
