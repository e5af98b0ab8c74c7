import { countText } from "../paper/tell-problems.ts";
import { splitSentences } from "../paper/text/index.ts";
import { diffLines } from "./line-diff.ts";
import { printable } from "../paper/printable.ts";
import type { Part, Step } from "./steps.ts";

/** Colours a text, where there are colours. */
export type Paint = (
  style: "green" | "red" | "yellow" | "cyan" | "dim" | "bold",
  text: string,
) => string;

/** Papers of each kind that are shown unless all are asked for, and lines of one part. */
const MOST_PAPERS = 10;
const MOST_LINES = 12;

const nameOf = (part: Part) => (part === "body" ? "abstract" : part);

const words = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && "name" in value) return String(value.name);
  return JSON.stringify(value ?? null);
};

const sentencesOf = (text: string) =>
  text
    .split(/\n\s*\n/u)
    .flatMap((block) => splitSentences(block).map(({ start, end }) => block.slice(start, end)));

/** A value as lines that can be compared: a list by its items, an abstract by its sentences. */
function linesOf(part: Part, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map(words);
  return part === "body" ? sentencesOf(words(value)) : [words(value)];
}

const MARKS = { added: "+", updated: "~", kept: "=", removed: "x" } as const;
const COLOURS = { added: "green", updated: "cyan", kept: "yellow", removed: "red" } as const;
const HEADS = {
  added: "to be added",
  updated: "to be updated",
  kept: "kept as edited by hand, though the source has it otherwise",
  removed: "removed by hand since the last import",
} as const;

function showChange(part: Part, before: unknown, after: unknown, paint: Paint, all: boolean) {
  const diff = diffLines(linesOf(part, before), linesOf(part, after));
  const shown = all ? diff : diff.slice(0, MOST_LINES);
  const left = diff.length - shown.length;
  return [
    `    ${paint("bold", nameOf(part))}`,
    ...shown.map(({ kind, text, count: skipped = 0 }) => {
      const line = printable(text);
      if (kind === "out") return paint("red", `    - ${line}`);
      if (kind === "in") return paint("green", `    + ${line}`);
      return paint(
        "dim",
        kind === "same" ? `      ${line}` : `      … ${countText(skipped)} the same`,
      );
    }),
    ...(left > 0 ? [paint("dim", `      … ${countText(left)} lines more: --all shows them`)] : []),
  ];
}

function showStep(step: Step, paint: Paint, all: boolean): string[] {
  const title = step.kind === "removed" ? "" : `  ${printable(step.title)}`;
  const head = paint(COLOURS[step.kind], `${MARKS[step.kind]} ${step.key}${title}`);
  if (step.kind === "updated")
    return [
      head,
      ...step.changes.flatMap(({ field, before, after }) =>
        showChange(field, before, after, paint, all),
      ),
    ];
  if (step.kind !== "kept") return [head];
  return [
    head,
    ...step.parts.flatMap(({ field, here, there, isConflict }) => [
      `    ${paint("bold", nameOf(field))}  ${isConflict ? "changed here and in the source" : "changed here"}`,
      `      here    ${printable(linesOf(field, here).join(field === "body" ? " " : ", "))}`,
      `      source  ${printable(linesOf(field, there).join(field === "body" ? " " : ", "))}`,
    ]),
  ];
}

/**
 * A plan as people read it: what becomes of which paper, field by field. Long lists are cut, with a count, unless
 * `all` is asked for.
 */
export function formatPlan(
  steps: readonly Step[],
  { all, paint }: { all: boolean; paint: Paint },
): string {
  const kinds = ["updated", "kept", "removed", "added"] as const;
  return kinds
    .map((kind) => steps.filter((step) => step.kind === kind))
    .filter((group) => group.length > 0)
    .map((group) => {
      const kind = group[0]?.kind ?? "added";
      const shown = all ? group : group.slice(0, MOST_PAPERS);
      const left = group.length - shown.length;
      const lines = [
        paint("bold", `${countText(group.length)} ${HEADS[kind]}`),
        ...shown.flatMap((step) => showStep(step, paint, all)),
        ...(left > 0
          ? [
              paint(
                "dim",
                `… and ${countText(left)} more: --all shows them, --plan FILE writes them`,
              ),
            ]
          : []),
      ];
      return `${lines.join("\n")}\n\n`;
    })
    .join("");
}
