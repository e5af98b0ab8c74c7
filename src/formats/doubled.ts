/** Commands with two backslashes that no end of a line explains: what follows takes braces, or is the name of a sign. */
const COMMAND =
  /(?<!\\)\\\\(?:(?:textbf|textit|texttt|textsc|textsf|textrm|text|emph|underline|url|href|cite|mathbb|mathbf|mathcal|mathfrak|mathrm|mathsf|boldsymbol|bm|operatorname|[dt]?frac|sqrt|hat|widehat|tilde|widetilde|bar|overline|vec)\{|(?:alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|(?:var)?theta|lambda|sigma|(?:var)?phi|omega|infty|leq|geq|approx|cdot|nabla|partial|ell)(?![A-Za-z]))/gu;

/** Backslashes of which there is no second, or a third. */
const ODD = /(?<!\\)\\(?:\\\\)*(?!\\)/u;

/** A formula between two kinds of signs, as `\($x$\)`. */
const DELIMITERS = /\\\(\s{0,9}\$([^$]{1,300})\$\s{0,9}\\\)/gu;

/**
 * TeX whose backslashes a program has doubled, all of them, as JSON writes them, with one each: `$\\alpha$` is `$\alpha$`
 * again. Where only some are, those of commands; `First \\ Second` and `a\\b\\\alpha` of a matrix stay. Formulas are
 * between one kind of signs.
 */
export function withoutDoubling(tex: string): string {
  if (!tex.includes("\\")) return tex;
  const some = tex.replace(COMMAND, (command) => command.slice(1));
  const single = some === tex || ODD.test(tex) ? some : tex.replaceAll("\\\\", "\\");
  return single.replace(DELIMITERS, "$$$1$$");
}
