/** A formula whose dollar signs a program has escaped with all the rest, as text: `\$O(n\textasciicircum 2)\$`. */
const PAIR = /(?<!\\)(\\\$(?:\\\$)?)(?=\S)((?:(?!\\\$)[^]){1,400}?)(?<=\S)\1(?!\d)/gu;

/** What programs write for TeX's own signs, and what was meant. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\{\\textbackslash\}|\\textbackslash(?:\{\}|\s|(?![a-z]))/giu, "\\"],
  [/\{\\textasciicircum\}|\\textasciicircum(?:\{\}|\s|(?![a-z]))|\\\^(?:\{\})?/giu, "^"],
  [/\{\\textasciitilde\}|\\textasciitilde(?:\{\}|\s|(?![a-z]))|\\~(?:\{\})?/giu, "~"],
  [/\{\\textless\}|\\textless(?:\{\}|\s|(?![a-z]))/giu, "<"],
  [/\{\\textgreater\}|\\textgreater(?:\{\}|\s|(?![a-z]))/giu, ">"],
  [/\{\\textbar\}|\\textbar(?:\{\}|\s|(?![a-z]))/giu, "|"],
  [/\\(?=[_{}&])/gu, ""],
];

/** Signs that only formulas have. */
const TELLING = /\\text(?:backslash|asciicircum)|\\[\^_]/u;
/** A formula of letters and operators: no word, no sum of money. */
const SHORT = /^(?=[^]*[\p{L}=<>])(?![^]*\p{L}{4})[\p{L}\p{N}\s()[\]|+\-*/=<>,.!'{}\\]{1,24}$/u;

/** Whether every brace has its partner. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text.replace(/\\[^]/gu, "")) {
    if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** An index outside of any formula, `Al\_\{x\}Ga`, as Better BibTeX escapes `Al_{x}Ga` in a title. */
const INDEX = /(?<=[\p{L}\p{N})\]}])\\([_^])(?:\{\})?\\\{([^{}\\$\n]{1,12})\\\}/gu;

/** Better BibTeX's guards of braces, without a formula about them. */
const PHANTOM = /\\\{\\vphantom\\\}|\\vphantom\\\{\\\}/gu;

/** Formulas, which keep what they have. */
const FORMULAS = /((?<!\\)\$[^$]{0,500}(?<!\\)\$)/u;

const withIndexes = (value: string) =>
  value.includes("\\{")
    ? value
        .replace(PHANTOM, "")
        .split(FORMULAS)
        .map((part, at) =>
          at % 2 === 1
            ? part
            : part.replace(INDEX, (_, sign: string, index: string) => `$${sign}{${index}}$`),
        )
        .join("")
    : value;

/** A value in which escaped formulas are formulas again; sums in dollars stay. */
export const withMath = (value: string): string => withIndexes(withFormulas(value));

const withFormulas = (value: string): string =>
  value.includes("\\$")
    ? value.replace(PAIR, (whole, mark: string, inner: string) => {
        if (!TELLING.test(inner) && !(SHORT.test(inner) && !/^\d/u.test(inner))) return whole;
        const opened = inner
          .replace(/\\\{\\vphantom\{\\\}\}/gu, "{")
          .replace(/\\vphantom\{\\\{\}\\\}/gu, "}");
        const tex = SIGNS.reduce((text, [from, to]) => text.replace(from, () => to), opened);
        const dollars = mark.replaceAll("\\", "");
        return isBalanced(tex) && !/\n\s*\n|\$/u.test(tex) ? `${dollars}${tex}${dollars}` : whole;
      })
    : value;
