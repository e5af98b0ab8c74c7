import type { Engine } from "../types.ts";

let engine: Promise<Engine> | undefined;

/** The page's one engine, its script loaded the first time that somebody wants it. */
export function loadEngine(): Promise<Engine> {
  engine ??= import("../engine/index.ts").then(({ createEngine }) =>
    createEngine({ base: import.meta.env.BASE_URL.replace(/\/?$/u, "/") }),
  );
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
