/**
 * A text as Carrel works with it, between what was pasted and what is drawn: readers make it,
 * `writeMdx` writes it into entries, the loader reads it back and draws it. TeX is kept as source.
 */

/** What stands within a line. */
export type Inline =
  | { type: "text"; value: string }
  /** TeX without its dollar signs. */
  | { type: "math"; tex: string }
  | { type: "code"; value: string }
  | { type: "emphasis" | "strong" | "strike"; children: Inline[] }
  /** `url` is http, https or mailto: readers drop what is anything else. */
  | { type: "link"; url: string; children: Inline[] }
  | { type: "break" };

/** What stands on lines of its own. */
export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "list"; ordered: boolean; start?: number; items: Block[][] }
  | { type: "quote"; children: Block[] }
  | { type: "heading"; depth: number; children: Inline[] }
  | { type: "code"; value: string; language?: string }
  /** Display math, TeX without its delimiters. */
  | { type: "display"; tex: string };

/** The words of a line, math and code as their source. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text" || node.type === "code") return node.value;
      if (node.type === "math") return node.tex;
      if (node.type === "break") return " ";
      return inlineText(node.children);
    })
    .join("");
}

/** The words of a text, blocks apart by a blank line. */
export function blockText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === "list") return block.items.map((item) => blockText(item)).join("\n");
      if (block.type === "quote") return blockText(block.children);
      if (block.type === "code") return block.value;
      if (block.type === "display") return block.tex;
      return inlineText(block.children);
    })
    .join("\n\n");
}

/** Two formulas that touch as one: a command's name must not grow by the letter after it. */
export function joinTex(left: string, right: string): string {
  return /\\[A-Za-z]+$/u.test(left) && /^[A-Za-z]/u.test(right) ? `${left} ${right}` : left + right;
}
