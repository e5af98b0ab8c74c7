/** Formulas in TeX within elements, as publishers have them in titles and abstracts. */

const bareTex = (tex: string) =>
  tex
    .replace(/^\s*(?:\\documentclass[^]*?\\begin\{document\})?|\\end\{document\}\s*$/gu, "")
    .trim();

/** TeX as a formula, its dollar signs about it. */
export const mathOf = (tex: string): string => {
  const bare = bareTex(tex);
  return /^\$[^]*\$$/u.test(bare) ? bare : `$${bare}$`;
};

/** Springer writes formulas within a line as `$$x$$`, too: their element says where they stand. */
export const mathInLine = (tex: string): string => {
  const inner = /^\$\$([^$]+)\$\$$/u.exec(bareTex(tex))?.[1]?.trim();
  return inner === undefined ? mathOf(tex) : `$${inner}$`;
};

/** A formula within a line, of JATS without its prefix: IEEE's, the ACM's. */
const IN_LINE =
  /<inline-formula(?:\s[^<>]{0,200})?>((?:(?!<\/?inline-formula\b)[^]){0,4000})<\/inline-formula\s*>/giu;
const TEX_MATH = /<tex-math(?:\s[^<>]{0,200})?>([^<]{1,2000})<\/tex-math\s*>/iu;

/** The ACM's own: `<TexMath><?TeX $x$?></TexMath>`, and behind it the name of its picture. */
const ACM =
  /<TexMath>\s{0,9}<\?TeX\s([^?]{1,2000})\?>\s{0,9}<\/TexMath>(?:\s{0,9}<AltText>[^<]{0,200}<\/AltText>)?(?:\s{0,9}<File\s[^<>]{0,300}>)?/giu;

/** IEEE's in titles: `<tex>$\gamma$</tex>`; what has neither a dollar sign nor a command is what somebody writes about. */
const IEEE = /<tex(?:\s[^<>]{0,200})?>([^<]{0,1000}[$\\][^<]{0,1000})<\/tex\s*>/giu;

/** A text in which formulas of such elements are TeX between dollar signs, and nothing of the elements is left. */
export function withoutTexElements(text: string): string {
  if (!/<(?:inline-formula|TexMath|tex)[\s>]/iu.test(text)) return text;
  return text
    .replace(ACM, (_, tex: string) => mathInLine(tex))
    .replace(IEEE, (_, tex: string) => mathInLine(tex))
    .replace(IN_LINE, (whole, inner: string) => {
      const tex = TEX_MATH.exec(inner)?.[1];
      if (tex !== undefined) return mathInLine(tex);
      return inner.includes("<") ? whole : inner.trim();
    });
}
