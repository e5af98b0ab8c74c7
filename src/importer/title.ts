import type { Inline } from "../paper/text/index.ts";
import { inlineText } from "../paper/text/index.ts";

/** TeX that can stand between dollar signs: no dollar of its own, no open escape. */
const PLAIN_TEX = /^(?:[^$\\]|\\[^])+$/u;

/** What `readTitleSource` would take for something else: dollars, and backslashes before them. */
const escapeText = (text: string) => text.replace(/\$|\\(?=[\\$]|$)/gu, "\\$&");

/** A title as frontmatter has it: plain text with `$math$`, where a dollar that is one is written `\$`. */
export function writeTitle(children: readonly Inline[]): string {
  return children
    .map((node) => {
      if (node.type !== "math") return escapeText(inlineText([node]));
      return PLAIN_TEX.test(node.tex) ? `$${node.tex}$` : escapeText(node.tex);
    })
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
}
