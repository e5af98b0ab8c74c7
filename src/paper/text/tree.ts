import { plainTex } from "./plain-tex.ts";

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

/** How words and formulas become plain text. */
interface Plain {
  text: (value: string) => string;
  math: (tex: string) => string;
}

const AS_WORDS: Plain = { text: (value) => value, math: plainTex };

/** As TeX reads it: formulas between dollar signs, a dollar of its own escaped. */
const AS_TEX: Plain = {
  text: (value) => value.replace(/[\\$]/gu, "\\$&"),
  math: (tex) => `$${tex}$`,
};

function plainInline(nodes: readonly Inline[], plain: Plain): string {
  return nodes
    .map((node) => {
      if (node.type === "text" || node.type === "code") return plain.text(node.value);
      if (node.type === "math") return plain.math(node.tex);
      if (node.type === "break") return " ";
      return plainInline(node.children, plain);
    })
    .join("");
}

function plainBlocks(blocks: readonly Block[], plain: Plain): string {
  return blocks
    .map((block) => {
      if (block.type === "list")
        return block.items.map((item) => plainBlocks(item, plain)).join("\n");
      if (block.type === "quote") return plainBlocks(block.children, plain);
      if (block.type === "code") return plain.text(block.value);
      if (block.type === "display") return plain.math(block.tex);
      return plainInline(block.children, plain);
    })
    .join("\n\n");
}

/** The words of a line, formulas as plain text. */
export const inlineText = (nodes: readonly Inline[]): string => plainInline(nodes, AS_WORDS);

/** The words of a text, formulas as plain text, blocks apart by a blank line. */
export const blockText = (blocks: readonly Block[]): string => plainBlocks(blocks, AS_WORDS);

/** The same with formulas between dollar signs, as `readTitleSource` reads them back. */
export const blockTex = (blocks: readonly Block[]): string => plainBlocks(blocks, AS_TEX);

/** Two formulas that touch as one: a command's name must not grow by the letter after it. */
export function joinTex(left: string, right: string): string {
  return /\\[A-Za-z]+$/u.test(left.slice(-40)) && /^[A-Za-z]/u.test(right)
    ? `${left} ${right}`
    : left + right;
}
