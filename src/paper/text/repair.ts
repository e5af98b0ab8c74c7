import { cleanCharacters } from "./clean.ts";
import { readEnvironments } from "./environments.ts";
import { readBlocks } from "./read-blocks.ts";
import { readLine } from "./read-inline.ts";
import type { Block, Inline } from "./tree.ts";

/** One change that a reader made to somebody's text. */
export interface Repair {
  /** Stable, kebab-case. */
  rule: string;
  /** The source, cut at 160 characters. */
  before: string;
  after: string;
  /** Where `before` stands in the text as it was given, in UTF-16 units. */
  offset: number;
}

const inOrder = (repairs: Repair[]): Repair[] => repairs.sort((a, b) => a.offset - b.offset);

/**
 * Reads an abstract as it was pasted: plain text with sound or damaged TeX, a little Markdown, stray HTML.
 * Mends by rule what is certain and tells each mend; all else stays the text that it is. Linear time.
 */
export function readText(raw: string): { blocks: Block[]; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const blocks = readBlocks(readEnvironments(cleanCharacters(raw, repairs), repairs), repairs);
  return { blocks, repairs: inOrder(repairs) };
}

/** Reads a title as it was pasted: the same rules on one line; braces that only guard capitals go. */
export function readTitle(raw: string): { children: Inline[]; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const line = cleanCharacters(raw, repairs).replace(/[ \t\n]+/gu, () => " ");
  const children = readLine(line, repairs, true).flatMap((part): Inline[] =>
    part.type === "display" ? [{ type: "math", tex: part.tex }] : part.children,
  );
  return { children, repairs: inOrder(repairs) };
}
