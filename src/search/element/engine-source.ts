import type { Engine } from "../types.ts";

let engine: Promise<Engine> | undefined;

/** The site's own engine; its script is loaded the first time that somebody wants it. */
let make = (): Promise<Engine> =>
  import("../engine/index.ts").then(({ createEngine }) =>
    createEngine({ base: import.meta.env.BASE_URL.replace(/\/?$/u, "/") }),
  );

/** Has another engine stand in for the site's own: that of a file which carries its index. */
export function provideEngine(other: () => Promise<Engine>): void {
  make = other;
  engine = undefined;
}

/** The page's one engine. */
export function loadEngine(): Promise<Engine> {
  engine ??= make();
  // A failure is not kept: the next search tries again.
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}

/** Fetches what a first search needs. A failure shows when somebody searches. */
export function warmEngine(): void {
  loadEngine()
    .then((ready) => ready.warm())
    .catch(() => undefined);
}
