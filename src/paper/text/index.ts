/** Texts: read and repaired, written into entries, split into sentences, drawn. */
export { drawBlocks, drawInline, escapeHtml, isSafeUrl } from "./drawing.ts";
export type { Drawing } from "./drawing.ts";
export { withoutMojibake } from "./mojibake.ts";
export { readText, readTitle } from "./repair.ts";
export type { Repair } from "./repair.ts";
export { splitSentences } from "./sentences.ts";
export type { Span } from "./sentences.ts";
export { blockText, inlineText } from "./tree.ts";
export type { Block, Inline } from "./tree.ts";
export { writeInline, writeMdx } from "./write-mdx.ts";
