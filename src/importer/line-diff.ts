/** A line of a unified diff. */
export interface DiffLine {
  kind: "same" | "out" | "in" | "skipped";
  /** The line; of what is skipped, nothing. */
  text: string;
  /** How many equal lines are skipped. */
  count?: number;
}

/** Beyond so many pairs of lines nobody wants the smallest diff: all goes out and all comes in. */
const MOST = 250_000;

/** The longest common subsequence of two lists by dynamic programming, as pairs of places (Wagner & Fischer 1974). */
function commonPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > MOST) return [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** What turns one list of lines into another, equal lines next to a change kept, others counted. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...commonPairs(before, after), [before.length, after.length] as const]) {
    for (; i < x; i += 1) lines.push({ kind: "out", text: before[i] ?? "" });
    for (; j < y; j += 1) lines.push({ kind: "in", text: after[j] ?? "" });
    if (i < before.length) lines.push({ kind: "same", text: before[i] ?? "" });
    i += 1;
    j += 1;
  }
  return shortenEqual(lines);
}

const isChange = (line: DiffLine | undefined) => line?.kind === "out" || line?.kind === "in";

function shortenEqual(lines: readonly DiffLine[]): DiffLine[] {
  const short: DiffLine[] = [];
  lines.forEach((line, n) => {
    const last = short.at(-1);
    if (line.kind !== "same" || isChange(lines[n - 1]) || isChange(lines[n + 1])) short.push(line);
    else if (last?.kind === "skipped") last.count = (last.count ?? 0) + 1;
    else short.push({ kind: "skipped", text: "", count: 1 });
  });
  return short;
}
