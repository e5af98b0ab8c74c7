/** Where a field stands in a formula: between two dollar signs that are not escaped. */
const PIECES = /\\[{}$\\]|[{}$]/gu;

/** What stands for a brace that is meant to be seen, in words and in formulas. */
const SEEN = {
  words: { "{": "\\textbraceleft{}", "}": "\\textbraceright{}" },
  formula: { "{": "\\lbrace ", "}": "\\rbrace " },
} as const;

type Brace = "{" | "}";

/** Whether every brace has its partner as BibTeX counts them: it takes `\{` for a brace like any other. */
function isBalanced(value: string): boolean {
  let depth = 0;
  for (const [brace] of value.matchAll(/[{}]/gu)) {
    depth += brace === "{" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Positions of bare braces without a partner. */
function findLone(value: string): Set<number> {
  const open: number[] = [];
  const lone = new Set<number>();
  for (const { 0: piece, index } of value.matchAll(PIECES)) {
    if (piece === "{") open.push(index);
    if (piece === "}" && open.pop() === undefined) lone.add(index);
  }
  for (const index of open) lone.add(index);
  return lone;
}

/** A text without the braces that have no partner. */
export function dropLoneBraces(value: string): string {
  const lone = findLone(value);
  return value.replace(PIECES, (piece, index: number) => (lone.has(index) ? "" : piece));
}

/** Whether TeX would end a formula within one of its groups, or a group within the formula. */
export const hasLoneBrace = (tex: string): boolean => findLone(tex).size > 0;

/**
 * A field's text with every brace balanced: where one would end the field too early or too late, all that are meant to
 * be seen become commands. A text whose braces pair off stays as it is.
 */
export function balanceBraces(value: string): string {
  if (isBalanced(value)) return value;
  const lone = findLone(value);
  let inFormula = false;
  return value.replace(PIECES, (piece, index: number) => {
    if (piece === "$") inFormula = !inFormula;
    const seen = piece.length === 2 ? piece[1] : lone.has(index) ? piece : undefined;
    if (seen !== "{" && seen !== "}") return piece;
    return SEEN[inFormula ? "formula" : "words"][seen satisfies Brace];
  });
}
