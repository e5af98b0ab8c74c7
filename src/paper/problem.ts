/** How bad a problem is: an `error` refuses a record or fails a check, a `warning` wants a look, a `note` tells what was done. */
export type Severity = "error" | "warning" | "note";

/** One thing found in somebody's text: the fact, where it stands, and how to mend it. */
export interface Problem {
  /** Stable, kebab-case: tests and scripts rely on it, wording is free. */
  code: string;
  severity: Severity;
  /** The file, or the name of the input. */
  source: string;
  /** 1-based; absent where a problem is of the whole file. */
  line?: number;
  message: string;
  hint?: string;
}

/** Worst first. */
export const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Worst first, then by place. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}

/** `content/papers/x.mdx:3: error: topic "nlp2" is unknown; add it to content/topics [unknown-topic]` */
export function formatProblem(problem: Problem): string {
  const place =
    problem.line === undefined ? problem.source : `${problem.source}:${String(problem.line)}`;
  const hint = problem.hint === undefined ? "" : `; ${problem.hint}`;
  return `${place}: ${problem.severity}: ${problem.message}${hint} [${problem.code}]`;
}
