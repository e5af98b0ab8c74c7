import { inlineText, readTitle } from "../../paper/text/index.ts";
import { cleanLine, cleanText } from "../clean.ts";
import { withMath } from "./escaped-math.ts";

/** Commands that print nothing: sort keys, breaks, spaces of TeX's own. */
const SILENT = /\\noopsort\s*\{[^{}]*\}|\\relax\b\s*|\\[-/]|\{\}/gu;

/** Formulas, also where braces guard them, commands with their arguments and escaped signs stay whole; of the rest, braces about one word only guard its capitals. */
const GUARDED =
  /\{(\$[^${}\\]{1,200}\$|\$\\[a-z]+\$)\}|(\$\$[^$]{0,2000}\$\$|\$(?:[^$\\]|\\[^]){0,2000}\$|\\\([^]{0,2000}?\\\)|\\\[[^]{0,2000}?\\\]|\\[a-z]+\s*(?:\{[^{}]*\})+|\\[^])|\{([\p{L}\p{N}.:’'/+-]+)\}|~/giu;

/** The value without the braces about all of it: `{{A Title}}` in a file. */
function withoutOuter(text: string): string {
  let inner = text.trim();
  for (;;) {
    const match = /^\{([^]*)\}$/u.exec(inner);
    if (!match) return inner;
    let depth = 0;
    for (const char of match[1]?.replace(/\\[^]/gu, "") ?? "") {
      if (char === "{") depth += 1;
      else if (char === "}") depth -= 1;
      if (depth < 0) return inner;
    }
    inner = (match[1] ?? "").trim();
  }
}

/**
 * A value of many lines as the text that it is: TeX stays (`readText` reads it), but for what only
 * BibTeX means: line ends within a paragraph, `~`, braces that guard capitals.
 */
export function readTexBlock(value: string): string {
  return withMath(withoutOuter(cleanText(value)))
    .replace(SILENT, (silent, at: number, whole: string) =>
      // `\textbackslash{}x`: the braces end the command's name.
      silent === "{}" && /\\[a-z]+$/iu.test(whole.slice(Math.max(0, at - 30), at)) ? silent : "",
    )
    .replace(
      GUARDED,
      (whole, formula?: string, kept?: string, word?: string) =>
        formula ?? kept ?? word ?? whole.replace("~", " "),
    )
    .split(/\n\s*\n/u)
    .map(cleanLine)
    .join("\n\n")
    .trim();
}

/** A title: the same on one line, its braces left for `readTitle` to judge. */
export function readTexTitle(value: string): string {
  return cleanLine(
    withMath(withoutOuter(value)).replace(/\\noopsort\s*\{[^{}]*\}|\\relax\b\s*|\\[-/]/gu, ""),
  );
}

/** A short value in plain words: names, venues. */
export function readTexLine(value: string): string {
  const line = cleanLine(value.replace(/(?<!\\)~/gu, " "));
  if (!/[\\{}$<&*_`'^"-]/u.test(line)) return line;
  return cleanLine(inlineText(readTitle(line.replace(/\\relax\b\s*|\\[-/]/gu, "")).children));
}

/** An identifier or address: read as it stands, but for the escapes that people put there. */
export function readVerbatim(value: string): string {
  return cleanLine(value)
    .replace(/^\\(?:url|href|path)\s*\{([^{}]*)\}.*$/u, "$1")
    .replace(/\{?\\textasciitilde(?:\{\})?\}?|\\string~|\{?\\~(?:\{\})?\}?|\\sim\b/gu, "~")
    .replace(/\{?\\textunderscore(?:\{\})?\}?/gu, "_")
    .replace(/\{?\\([_%&#$])\}?/gu, "$1")
    .replace(/^\{(.*)\}$/u, "$1")
    .trim();
}
