import { Worker } from "node:worker_threads";

/**
 * What a thread of its own makes of an order: it is given `workerData`, and posts one message when it is done.
 * Rejects with its error, or where it ends before that.
 *
 * @param file absolute path of the thread's module.
 * @param memory megabytes that it may hold; as many as the process otherwise.
 */
export function inThread<Done>(file: string, order: unknown, memory?: number): Promise<Done> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, {
      workerData: order,
      ...(memory === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memory } }),
    });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => {
      reject(new Error(`${file} ended before it was done.`));
    });
  });
}
