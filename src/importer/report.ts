import { countSeverities, countText, tellProblems } from "../paper/tell-problems.ts";
import type { ImportReport } from "./run.ts";

/** A report as people read it: what is wrong first and like beside like, counts last; `all` leaves nothing out. */
export function formatReport(report: ImportReport, dryRun: boolean, all = false): string {
  const { added, updated, unchanged, skipped } = report;
  const counts = Object.entries({ added, updated, unchanged, skipped }).map(
    ([what, n]) => `${countText(n)} ${what}`,
  );
  const severities = countSeverities(report.problems);
  const problems = severities === "" ? "" : `; ${severities}`;
  const lines = [
    ...tellProblems(report.problems, all),
    `${counts.join(", ")}${problems}${dryRun ? " (dry run: nothing was written)" : ""}`,
  ];
  return `${lines.join("\n")}\n`;
}
