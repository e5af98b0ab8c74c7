import { isMathName, repairTex } from "./tex-symbols.ts";

/** What a dollar sign begins: a formula up to `end`, or nothing. */
export interface DollarMath {
  end: number;
  tex: string;
  display: boolean;
  /** Set where the formula had to be mended. */
  rule?: string;
  /** A closing dollar that belongs to no formula any more. */
  orphan?: number;
}

/** `\ensuremath{x}` within a formula is `x`, also where `\text{…}` led out of it: the American Physical Society's way. */
const ENSURED = /([_^]?)\\ensuremath\s*\{((?:[^{}]|\{[^{}]*\})*)\}(?=([a-zA-Z]?))/gu;
const LED_OUT = /\\(?:text|mbox)\s*\{\s*(\\ensuremath\s*\{(?:[^{}]|\{[^{}]*\})*\})\s*\}/gu;

function withoutEnsured(tex: string): string {
  if (!tex.includes("\\ensuremath")) return tex;
  return tex
    .replace(LED_OUT, "$1")
    .replace(ENSURED, (_, script: string, inner: string, next: string) => {
      if (script !== "") return `${script}{${inner}}`;
      return /\\[a-zA-Z]+$/u.test(inner) && next !== "" ? `${inner} ` : inner;
    });
}

const tidy = (tex: string) => withoutEnsured(tex).replace(/\s+/gu, " ").trim();

/** Words of running text in a formula: what `\text{…}` holds and TeX's names are none. */
function findProse(tex: string): number {
  const bare = tex.replace(
    /\\(?:text\w*|mbox|hbox|mathrm|mathsf|mathbf|mathtt|operatorname\*?|label|tag|begin|end|emph)\s*\{[^{}]*\}|\\[A-Za-z]+/gu,
    (part) => " ".repeat(part.length),
  );
  const words = bare.matchAll(/(?<![\p{L}_^{])[\p{L}]{3,}(?![\p{L}}])/gu);
  let first = -1;
  let count = 0;
  for (const { 0: word, index } of words) {
    if (isMathName(word) || isMathName(word.slice(1))) continue;
    if (first < 0) first = index;
    count += 1;
    // Two words with only a space between are a phrase; one may be a name that was not set in `\text`.
    if (
      /^\s+[\p{L}]{2,}(?![\p{L}}(_^])/u.test(
        bare.slice(index + word.length, index + word.length + 30),
      )
    )
      count += 1;
  }
  return count >= 2 ? first : -1;
}

/** Positions of a text's dollar signs that are not escaped; an escape that was escaped again (`\\\\$5`) counts as one. */
export function findDollars(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/\\\\\$(?=\d)|\\[\s\S]|\$/gu))
    if (match[0] === "$") found.push(match.index);
  return found;
}

/**
 * The formula that the dollar sign `dollars[index]` begins. Sound formulas are as long as TeX has them; money
 * (`$100K+ in savings`) begins none. Where the closing sign was lost or stands too late, the formula ends where
 * words begin.
 */
export function readDollar(
  text: string,
  dollars: readonly number[],
  index: number,
): DollarMath | undefined {
  const at = dollars[index] ?? 0;
  const close = dollars[index + 1];
  if (close === at + 1) return readDisplay(text, dollars, index);
  const content = text.slice(at + 1, close ?? Math.min(text.length, at + 400));
  // An address set as a formula: `$\\url{…}$`. Both signs go.
  if (close !== undefined && /^\s*\\(?:url|href)\s*\{/u.test(content))
    return { end: at + 1, tex: "", display: false, rule: "unclosed-formula", orphan: close };
  if (close !== undefined && isFormula(content, text[close + 1] ?? ""))
    return withRepair({ end: close + 1, tex: tidy(content), display: false });
  return readUnclosed(dollars, index, content);
}

function withRepair(math: DollarMath): DollarMath {
  const tex = repairTex(math.tex);
  return tex === math.tex ? math : { ...math, tex, rule: "damaged-tex" };
}

function isFormula(content: string, after: string): boolean {
  if (content.trim() === "" || content.length > 2000) return false;
  // `$5 and $10`, `$5-$10`: two prices.
  if (
    /^\d[\d.,]*[^\\_^=]*$/u.test(content) &&
    /^\d[\d.,]*\s?[a-zA-Z]*[\s/–-]/u.test(content) &&
    /\d/u.test(after) &&
    /[\s(/–-]$/u.test(content)
  )
    return false;
  return findProse(content) < 0;
}

function readDisplay(
  text: string,
  dollars: readonly number[],
  index: number,
): DollarMath | undefined {
  const at = dollars[index] ?? 0;
  for (let next = index + 2; next < Math.min(dollars.length - 1, index + 40); next += 1) {
    const close = dollars[next] ?? 0;
    if (dollars[next + 1] !== close + 1) continue;
    const tex = tidy(text.slice(at + 2, close));
    return tex === "" ? undefined : { end: close + 2, tex, display: true };
  }
  return undefined;
}

/** A formula that runs into words: `$L(s) = L_0 + … Where S_1 is forward area and S_2$`. */
function readUnclosed(
  dollars: readonly number[],
  index: number,
  content: string,
): DollarMath | undefined {
  const at = dollars[index] ?? 0;
  const prose = findProse(content);
  if (prose < 1 || /^\s/u.test(content)) return undefined;
  const formula = content
    .slice(0, prose)
    .trimEnd()
    .replace(/[,;:.]$/u, "");
  // Only what is unmistakably a formula: an equation with scripts, or TeX.
  if (!/[=<>\\]/u.test(formula) || !/[_^\\]/u.test(formula) || /(?:^|\s)[a-z]{2}$/u.test(formula))
    return undefined;
  if (/^\d[\d.,]*[KMB+]?\s/u.test(formula)) return undefined;
  // An even number of signs left: the next one closes this formula too late. Odd: it opens one of its own.
  const pairs = (dollars.length - index) % 2 === 0;
  const orphan = pairs ? dollars[index + 1] : undefined;
  const tex = repairTex(tidy(formula));
  const end = at + 1 + formula.length;
  return {
    end,
    tex,
    display: false,
    rule: "unclosed-formula",
    ...(orphan === undefined ? {} : { orphan }),
  };
}
