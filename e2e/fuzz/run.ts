import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { check } from "./check.ts";
import { makeInput } from "./inputs.ts";

/**
 * `npm run fuzz -- --minutes 10`: mutated files of every format through the readers and the text normaliser. Each seed is
 * one input, the same every time; what fails is kept in `e2e/.output/fuzz`, and `--seed N` tries it again.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
  },
});

/** An input at work for longer than this, in milliseconds of the processor, never ends. */
const HANG = 60_000;

/** What this process has taken: a busy machine makes no input slower by it. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
const OUTPUT = `${import.meta.dirname}/../.output/fuzz`;

interface Message {
  done?: number;
  seed?: number;
  fault?: string;
}

function keep(seed: number, fault: string): void {
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(`${OUTPUT}/${String(seed)}.txt`, makeInput(seed));
  process.stdout.write(`seed ${String(seed)}: ${fault}\n`);
}

/** Runs seeds from `first` until `end`; gives the number after the last one, and how many failed. */
function runFrom(first: number, end: number): Promise<{ next: number; faults: number }> {
  const shared = new SharedArrayBuffer(4);
  const current = new Int32Array(shared);
  const worker = new Worker(new URL("worker.ts", import.meta.url), {
    workerData: { first, end, shared },
  });
  let faults = 0;
  let next = first;
  return new Promise((resolve, reject) => {
    let seen = { seed: first, since: processorTime() };
    const watch = setInterval(() => {
      const seed = Atomics.load(current, 0);
      if (seed !== seen.seed) seen = { seed, since: processorTime() };
      else if (processorTime() - seen.since > HANG) {
        clearInterval(watch);
        keep(seed, "hangs");
        void worker.terminate();
        resolve({ next: seed + 1, faults: faults + 1 });
      }
    }, 1000);
    worker.on("message", ({ done, seed, fault }: Message) => {
      if (done !== undefined) next = done;
      if (seed === undefined || fault === undefined) return;
      faults += 1;
      keep(seed, fault);
    });
    worker.on("error", (error: Error) => {
      clearInterval(watch);
      reject(error);
    });
    worker.on("exit", () => {
      clearInterval(watch);
      resolve({ next, faults });
    });
  });
}

async function main(): Promise<number> {
  if (values.seed !== undefined) {
    const fault = check(Number(values.seed));
    process.stdout.write(`seed ${values.seed}: ${fault ?? "nothing is wrong"}\n`);
    return fault === undefined ? 0 : 1;
  }
  const first = Number(values.from);
  const start = Date.now();
  const end = start + Number(values.minutes) * 60_000;
  let next = first;
  let faults = 0;
  while (Date.now() < end) {
    const result = await runFrom(next, end);
    next = result.next;
    faults += result.faults;
  }
  const minutes = ((Date.now() - start) / 60_000).toFixed(1);
  process.stdout.write(
    `${String(next - first)} inputs in ${minutes} minutes, ${String(faults)} failed\n`,
  );
  return faults === 0 ? 0 : 1;
}

// A worker that hangs in a parser's own code does not end when it is told to.
process.exit(await main());
