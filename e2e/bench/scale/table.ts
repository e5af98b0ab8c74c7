import type { Run } from "./run.ts";

/** Rows of the tables that benchmarks print. */

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export const row = (name: string, ...cells: string[]) => {
  console.log(`| ${name.padEnd(34)} | ${cells.join(", ")} |`);
};

/** What a command took: wall time, processor time, memory of all its processes and of the largest three. */
export const tell = (name: string, { seconds, processor, memory, processes }: Run) => {
  const each = [...processes].sort((a, b) => b[1] - a[1]).slice(0, 3);
  row(
    name,
    `${seconds.toFixed(1)} s`,
    `${processor.toFixed(1)} s of processor`,
    `${megabytes(memory)} in all (${each.map(([of, bytes]) => `${of} ${megabytes(bytes)}`).join("; ")})`,
  );
};
