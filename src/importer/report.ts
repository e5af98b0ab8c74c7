import { formatProblem } from "../paper/problem.ts";
import type { ImportReport } from "./run.ts";

/** Notes beyond this many are only counted: a large import mends tens of thousands of small things. */
const MOST_NOTES = 400;

/** A report as people read it: what is wrong first, counts last. */
export function formatReport(report: ImportReport, dryRun: boolean): string {
  const notes = report.problems.filter((problem) => problem.severity === "note");
  const others = report.problems.filter((problem) => problem.severity !== "note");
  const lines = [...others, ...notes.slice(0, MOST_NOTES)].map(formatProblem);
  const left = notes.length - MOST_NOTES;
  if (left > 0) lines.push(`… and ${String(left)} more notes: --json lists them all`);
  const { added, updated, unchanged, skipped } = report;
  const counts = `${String(added)} added, ${String(updated)} updated, ${String(unchanged)} unchanged, ${String(skipped)} skipped`;
  lines.push(dryRun ? `${counts} (dry run: nothing was written)` : counts);
  return `${lines.join("\n")}\n`;
}
