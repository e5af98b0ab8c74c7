import { Worker } from "node:worker_threads";

/** A page that was drawn. */
export interface Sheet {
  /** Its folder below the output, without a slash at either end. */
  path: string;
  page: Uint8Array<ArrayBuffer>;
}

/** Lots that may lie there unwritten: some ten megabytes. */
const MOST = 8;

/**
 * Where a thread of the press puts its pages down, for another thread to write: while thousands of files are made, a
 * disk lets whoever makes them wait.
 *
 * @param out absolute: the output.
 */
export function openDesk(out: string) {
  const writer = new Worker(new URL("writer.ts", import.meta.url), { workerData: out });
  let [laid, written] = [0, 0];
  let fault: Error | undefined;
  let wake: (() => void) | undefined;
  writer.on("message", () => {
    written += 1;
    wake?.();
  });
  const ended = new Promise<void>((resolve) => {
    writer.once("error", (error: Error) => {
      fault = error;
    });
    writer.once("exit", () => {
      fault ??= written < laid ? new Error("Press: the thread that writes has ended.") : undefined;
      wake?.();
      resolve();
    });
  });
  return {
    /**
     * Hands pages over: their memory is the writer's from here on. Resolves when no more than a few lots lie there;
     * rejects where an earlier one could not be written.
     */
    async lay(sheets: readonly Sheet[]): Promise<void> {
      const memory = sheets.map(({ page }) => page.buffer);
      writer.postMessage(sheets, memory);
      laid += 1;
      while (laid - written > MOST && !fault)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (fault) throw fault;
    },
    /** Resolves when every page is written; rejects where one could not be. */
    async clear(): Promise<void> {
      writer.postMessage("end");
      await ended;
      if (fault) throw fault;
    },
  };
}
