import { printable } from "./printable.ts";
import type { Problem } from "./problem.ts";
import { RANK, formatProblem } from "./problem.ts";

/** Problems of one code that are told whole; of more than that, only the first few. */
const FEW = 20;
const FIRST = 5;

/** A number as people read it: `11,154`. */
export const countText = (n: number): string => n.toLocaleString("en");

/** Problems that are alike, in the order in which their code is met: the worst first. */
function groupAlike(problems: readonly Problem[]): Problem[][] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const name = `${problem.severity} ${problem.code}`;
    const group = groups.get(name);
    if (group) group.push(problem);
    else groups.set(name, [problem]);
  }
  return [...groups.values()].sort(
    ([a], [b]) => (a ? RANK[a.severity] : 0) - (b ? RANK[b.severity] : 0),
  );
}

function tellGroup(group: readonly Problem[], all: boolean): string[] {
  const shown = all || group.length <= FEW ? group : group.slice(0, FIRST);
  const lines = shown.map((problem) => printable(formatProblem(problem)));
  const left = group.length - shown.length;
  const code = group[0]?.code ?? "";
  if (left > 0) lines.push(`… and ${countText(left)} more [${code}]: --all shows them`);
  return lines;
}

/** Problems as lines for people: the worst first, like beside like; of many that are alike the first, unless `all`. */
export const tellProblems = (problems: readonly Problem[], all: boolean): string[] =>
  groupAlike(problems).flatMap((group) => tellGroup(group, all));

/** How many there are of each severity: `2 errors, 15 warnings, 1 note`; empty where there is none. */
export const countSeverities = (problems: readonly Problem[]): string =>
  (["error", "warning", "note"] as const)
    .map((severity) => [severity, problems.filter((p) => p.severity === severity).length] as const)
    .filter(([, n]) => n > 0)
    .map(([severity, n]) => `${countText(n)} ${severity}${n === 1 ? "" : "s"}`)
    .join(", ");
