import { beginsItem } from "../paper/text/read-blocks.ts";

/** Makes text of any origin safe to handle: what no reader should see goes, what can be read stays. */

/** C0 and C1 controls apart from tab and newline, and code points that Unicode says are no characters. */
export const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]/gu;

/** Marks that reorder what stands around them: they can make a text read as another one. */
const BIDI = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Where a word might have been parted at a line's end, seen nowhere else: words with it are not found. */
const SOFT_HYPHEN = /\u00AD/gu;

/** A letter without its dot that has a mark instead, as TeX's `\'\i` is written out: `ı́` is `í`. */
const DOTLESS = /[ıȷ](?=[\u0300-\u036F])/gu;
const dotted = (letter: string) => (letter === "ı" ? "i" : "j");

/**
 * A text in NFC with line ends as `\n`, without a byte-order mark, control characters, soft hyphens and marks
 * that reorder text; half surrogate pairs become U+FFFD.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028]/gu, "\n")
    .replace(/\u2029/gu, "\n\n")
    .replace(CONTROLS, "")
    .replace(BIDI, "")
    .replace(SOFT_HYPHEN, "")
    .replace(DOTLESS, dotted)
    .normalize("NFC");
}

/** A text on one line: cleaned, white space single, none at the ends. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, " ").trim();
}

/** A paragraph on one line; where two lines at least begin as items of a list do, each item on one. */
export function cleanParagraph(text: string): string {
  const lines = cleanText(text).split("\n");
  if (lines.filter(beginsItem).length < 2) return cleanLine(text);
  return lines
    .map((line) => (beginsItem(line) ? "\n" : " ") + cleanLine(line))
    .join("")
    .trim();
}
