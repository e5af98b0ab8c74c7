import { inlineText, readTitle } from "../../paper/text/index.ts";
import { cleanLine, cleanParagraph, cleanText } from "../clean.ts";
import { readAddressSigns } from "../identifiers.ts";
import { withMath } from "./escaped-math.ts";
import { readAngles, readEntities } from "./typed-signs.ts";

/** Commands that print nothing: sort keys, breaks, spaces of TeX's own. Others, with the empty braces that end their names, stay. */
const SILENT =
  /\\noopsort\s*\{[^{}]*\}|\\relax\b\s*|\\[-/]|(\\(?:[a-z]+|[\^~])(?:\{\})?|\\[^])|\{\}/giu;

/** Formulas, also where braces guard them, commands with their arguments and escaped signs stay whole; of the rest, braces about one word only guard its capitals. */
const GUARDED =
  /\{(\$[^${}\\]{1,200}\$|\$\\[a-z]+\$)\}|(\$\$[^$]{0,2000}\$\$|\$(?:[^$\\]|\\[^]){0,2000}\$|\\\([^]{0,2000}?\\\)|\\\[[^]{0,2000}?\\\]|\\[a-z]+\s*(?:\{[^{}]*\})+|\\[^])|\{([\p{L}\p{N}.:’'/+-]+|[`"“”,;?!()[\]]{1,2})\}|(?<!https?:\/\/[^\s{}]{0,200}\/)~/giu;

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

/** What programs write for the tilde of an address. */
const TILDE =
  /(?<=https?:\/\/[^\s{}]{0,200}\/)(?:\{\\textasciitilde\}|\\textasciitilde(?:\{\}|\s|(?![a-z]))|\{?\\~(?:\{\})?\}?|\{?\$\\sim\$\}?)/giu;

/** A value whose formulas, tags and characters of HTML are such again, whatever a program escaped of them. */
const withSigns = (value: string) => readEntities(readAngles(withMath(value)));

/**
 * A value of many lines as the text that it is: TeX stays (`readText` reads it), but for what only
 * BibTeX means: line ends within a paragraph, `~`, braces that guard capitals.
 */
export function readTexBlock(value: string): string {
  return withSigns(withoutOuter(cleanText(value)))
    .replace(TILDE, "~")
    .replace(SILENT, (_, kept?: string) => kept ?? "")
    .replace(
      GUARDED,
      (whole, formula?: string, kept?: string, word?: string) =>
        formula ?? kept ?? word ?? whole.replace("~", " "),
    )
    .split(/\n\s*\n/u)
    .map(cleanParagraph)
    .join("\n\n")
    .trim();
}

/** A title: the same on one line, its braces left for `readTitle` to judge. */
export function readTexTitle(value: string): string {
  return cleanLine(
    withSigns(withoutOuter(value)).replace(/\\noopsort\s*\{[^{}]*\}|\\relax\b\s*|\\[-/]/gu, ""),
  );
}

/** A short value in plain words: names, venues. */
export function readTexLine(value: string): string {
  const line = cleanLine(
    readEntities(readAngles(value)).replace(/(?<!\\|https?:\/\/[^\s{}]{0,200}\/)~/gu, " "),
  );
  if (!/[\\{}$<&*_`'^"-]/u.test(line)) return line;
  return cleanLine(inlineText(readTitle(line.replace(/\\relax\b\s*|\\[-/]/gu, "")).children));
}

/** An identifier or address: read as it stands, but for the escapes that people put there. */
export function readVerbatim(value: string): string {
  return readAddressSigns(readEntities(readAngles(cleanLine(value))))
    .replace(/\{?\$([<>])\$\}?/gu, "$1")
    .replace(/^\\(?:url|href|path)\s*\{([^{}]*)\}.*$/u, "$1")
    .replace(
      /\{?\\textasciitilde(?:\{\}|\s+(?=\w))?\}?|\\string~|\{?\\~(?:\{\})?\}?|\\sim\b/gu,
      "~",
    )
    .replace(/\{?\\textunderscore(?:\{\})?\}?/gu, "_")
    .replace(/\{?\\([_%&#$])\}?/gu, "$1")
    .replace(/^\{(.*)\}$/u, "$1")
    .trim();
}
