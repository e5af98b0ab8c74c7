import type { Repair } from "./repair.ts";
import type { Traced } from "./traced.ts";

/** TeX's environments of formulas that stand alone; those of several lines need one of their own within the formula. */
const FORMULA =
  /\\begin\{(equation|displaymath|math|align|eqnarray|gather|multline|flalign|alignat)(\*?)\}([^]{1,2000}?)\\end\{\1\2\}/gu;
const MANY_LINES: Readonly<Record<string, string>> = {
  align: "aligned",
  flalign: "aligned",
  alignat: "aligned",
  eqnarray: "aligned",
  gather: "gathered",
};

/** Environments that say only where their text stands. */
const FRAME =
  /\\(?:begin|end)\{(?:abstract|document|minipage|flushleft|flushright|abstr|paragraph|sloppypar|small|footnotesize)\*?\}(?:\[[^\]\n]{0,40}\])?\s?/gu;

/** A text whose TeX environments are formulas between dollar signs, or gone where they only frame. */
export function readEnvironments(text: Traced, repairs: Repair[]): Traced {
  if (!text.text.includes("\\begin{") && !text.text.includes("\\end{")) return text;
  const report = (before: string, after: string, offset: number) =>
    repairs.push({ rule: "tex-environment", before: before.slice(0, 160), after, offset });
  return text
    .replace(
      FORMULA,
      ([, name = "", , inner = ""]) => {
        const tex = inner.replace(/\\(?:label|tag)\{[^{}]*\}|\\nonumber/gu, "").trim();
        if (tex.includes("$") || tex === "") return undefined;
        const wrapped = MANY_LINES[name];
        const aligned = name === "eqnarray" ? tex.replace(/&\s*(=|\\\w+|<|>)\s*&/gu, "&$1 ") : tex;
        return wrapped === undefined
          ? `$$${tex}$$`
          : `$$\\begin{${wrapped}}${aligned}\\end{${wrapped}}$$`;
      },
      report,
    )
    .replace(FRAME, () => "", report);
}
