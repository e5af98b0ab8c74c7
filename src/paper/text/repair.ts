import type { Block, Inline } from "./tree.ts";

/** One change that a reader made to somebody's text. */
export interface Repair {
  /** Stable, kebab-case. */
  rule: string;
  before: string;
  after: string;
  /** Where `before` stands in the text as it was given, in UTF-16 units. */
  offset: number;
}

/** Reads an abstract as it was pasted: plain text with sound or damaged TeX. */
export function readText(raw: string): { blocks: Block[]; repairs: Repair[] } {
  const blocks = raw
    .split(/\n[ \t]*\n/u)
    .map((part) => part.replace(/\s+/gu, " ").trim())
    .filter(Boolean)
    .map((value): Block => ({
      type: "paragraph",
      children: [{ type: "text", value }],
    }));
  return { blocks, repairs: [] };
}

/** Reads a title as it was pasted. */
export function readTitle(raw: string): {
  children: Inline[];
  repairs: Repair[];
} {
  const value = raw.replace(/\s+/gu, " ").trim();
  return {
    children: value === "" ? [] : [{ type: "text", value }],
    repairs: [],
  };
}
