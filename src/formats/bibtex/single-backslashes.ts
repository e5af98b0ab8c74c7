/** A letter's command whose backslashes a program has doubled, as JSON does: `{\\"u}`, `{\\v{c}}`, `{\\'\\i}`, `{\\o}`. */
const DOUBLED =
  /\{\\\\(?:(?:["'`^~=.]|[uvHckr](?=[\s{]))\s*(?:\{?(?:\\\\)?\p{L}\}?)|(?:o|O|l|L|i|j|ss|ae|AE|oe|OE|aa|AA|dh|DH|th|TH|dj|DJ|ng|NG)(?:\{\})?)\}/gu;
/** The same within a word, without braces: `K\\"uhn`. */
const BARE = /(?<=\p{L})\\\\"(?=\{?[aeiouyAEIOUY])/gu;

/** The end of a line as a program's escape, its backslash written for TeX: Mendeley's and Zotero's `$\\backslash$n`. */
const TYPED_END =
  /(?:(?:\{\\textbackslash\}|\\textbackslash(?:\{\}| )|\{?\$\\backslash\$\}?)n(?![a-z]))+/gu;

/** A value in which such ends of lines are ends of lines, two or more of them those of paragraphs. */
export const withLineEnds = (value: string): string =>
  value.includes("backslash")
    ? value.replace(TYPED_END, (ends) => (ends.split("backslash").length > 2 ? "\n\n" : "\n"))
    : value;

/** A value whose letters have one backslash each. What ends a line, `First \\ Second`, has no brace before it. */
export const withSingleBackslashes = (value: string): string =>
  value.includes("\\\\")
    ? value.replace(DOUBLED, (letter) => letter.replaceAll("\\\\", "\\")).replace(BARE, () => '\\"')
    : value;

/** A command of fonts whose backslash a program has written as that sign: INSPIRE's `{\textbackslash}textsc{X}`. */
const TYPED_COMMAND =
  /(?:\{\\textbackslash\}|\\textbackslash(?:\{\}| ))(text(?:sc|it|bf|rm|sf|tt|superscript|subscript))(?:(?=\{[^{}\\])|\\\{([^{}\\]{1,200})\\\})/gu;

/** A value in which such commands have their backslashes. */
export const withCommands = (value: string): string =>
  value.includes("textbackslash")
    ? value.replace(TYPED_COMMAND, (_, name: string, words?: string) =>
        words === undefined ? `\\${name}` : `\\${name}{${words}}`,
      )
    : value;
