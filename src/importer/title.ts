import type { Inline } from "../paper/text/index.ts";
import { inlineText } from "../paper/text/index.ts";

/** A title as frontmatter has it: plain text with `$math$`, where a dollar that is one is written `\$`. */
export function writeTitle(children: readonly Inline[]): string {
  return children
    .map((node) => {
      if (node.type === "math") return `$${node.tex}$`;
      return inlineText([node]).replace(/\$/gu, "\\$$");
    })
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
}
