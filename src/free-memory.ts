/**
 * Collects what is no longer used, at a point where that is gigabytes: left to itself, a heap that may grow stays full of it
 * while threads fill theirs beside it. Does nothing where Node was not started with `--expose-gc`, as builds are.
 */
export function freeMemory(): void {
  (globalThis as { gc?: () => void }).gc?.();
}
