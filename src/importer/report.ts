import type { Problem } from "../paper/problem.ts";
import { formatProblem } from "../paper/problem.ts";
import { printable } from "./printable.ts";
import type { ImportReport } from "./run.ts";

/** Problems of one code that are told whole; of more than that, only the first few. */
const FEW = 20;
const FIRST = 5;

const count = (n: number) => n.toLocaleString("en");

/** Problems that are alike, in the order in which their code is met: the worst first. */
function groupAlike(problems: readonly Problem[]): Problem[][] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const name = `${problem.severity} ${problem.code}`;
    const group = groups.get(name);
    if (group) group.push(problem);
    else groups.set(name, [problem]);
  }
  const rank = { error: 0, warning: 1, note: 2 };
  return [...groups.values()].sort(
    ([a], [b]) => (a ? rank[a.severity] : 0) - (b ? rank[b.severity] : 0),
  );
}

function tellGroup(group: readonly Problem[], all: boolean): string[] {
  const shown = all || group.length <= FEW ? group : group.slice(0, FIRST);
  const lines = shown.map((problem) => printable(formatProblem(problem)));
  const left = group.length - shown.length;
  const code = group[0]?.code ?? "";
  if (left > 0) lines.push(`… and ${count(left)} more [${code}]: --all shows them`);
  return lines;
}

/** A report as people read it: what is wrong first and like beside like, counts last; `all` leaves nothing out. */
export function formatReport(report: ImportReport, dryRun: boolean, all = false): string {
  const lines = groupAlike(report.problems).flatMap((group) => tellGroup(group, all));
  const { added, updated, unchanged, skipped } = report;
  const counts = `${count(added)} added, ${count(updated)} updated, ${count(unchanged)} unchanged, ${count(skipped)} skipped`;
  const bySeverity = (["error", "warning", "note"] as const)
    .map(
      (severity) =>
        [severity, report.problems.filter((p) => p.severity === severity).length] as const,
    )
    .filter(([, n]) => n > 0)
    .map(([severity, n]) => `${count(n)} ${severity}${n === 1 ? "" : "s"}`);
  const problems = bySeverity.length === 0 ? "" : `; ${bySeverity.join(", ")}`;
  lines.push(`${counts}${problems}${dryRun ? " (dry run: nothing was written)" : ""}`);
  return `${lines.join("\n")}\n`;
}
