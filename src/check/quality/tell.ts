import { printable } from "../../paper/printable.ts";
import { countText } from "../../paper/tell-problems.ts";
import type { Findings } from "./judge.ts";
import { KINDS } from "./kinds.ts";

/** Findings of each kind that a terminal shows; the page has the rest. */
const FIRST = 3;

/** The quality report for a terminal: how much of what, with the first of each kind. */
export function formatFindings(findings: Findings, papers: number): string {
  const width = Math.max(
    0,
    ...[...findings.values()].map((found) => countText(found.length).length),
  );
  const indent = " ".repeat(width + 2);
  const lines = [...findings].flatMap(([kind, found]) => [
    `${countText(found.length).padStart(width)}  ${KINDS[kind].title} [${kind}]: ${KINDS[kind].hint}`,
    ...found
      .slice(0, FIRST)
      .map(({ source, line, message }) =>
        printable(`${indent}${source}:${String(line)}: ${message}`),
      ),
    ...(found.length > FIRST ? [`${indent}…`] : []),
  ]);
  const total = [...findings.values()].reduce((sum, found) => sum + found.length, 0);
  const end = total === 0 ? "nothing stands out" : `${countText(total)} findings`;
  return [...lines, `${countText(papers)} papers: ${end}`].join("\n");
}
