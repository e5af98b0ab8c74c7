import type { Sentence } from "../paper.ts";
import { plainTex } from "./plain-tex.ts";
import { splitSentences } from "./sentences.ts";
import type { Block, Inline } from "./tree.ts";

/** How formulas are drawn: handed in, so that this room knows no library. The result is trusted as HTML. */
export interface Drawing {
  math: (tex: string, display: boolean) => string;
  /** Whether sentences get their spans and ids; they do unless this is false. */
  anchors?: boolean;
  /** An id for a sentence from its words, beside the one by its number; undefined for none. */
  mark?: (sentence: string) => string | undefined;
  /** How many sentences of the same text were drawn before: ids go on from there. */
  after?: number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (char) => ENTITIES[char] ?? char);
}

/** After how many characters without a space a word may be broken anywhere. */
const LONG = 200;

/** That many, and no script that is broken anywhere as it is; what follows is no part of the last one. */
const LONG_RUN = new RegExp(
  String.raw`[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{${String(LONG)}}(?<!\u200D)(?=[^\s\p{M}\p{Emoji_Modifier}\u200D])`,
  "gu",
);

/**
 * A text of one style as HTML shows it, with places to break in a word that does not end: browsers lay one out in
 * quadratic time (Chromium 100,000 letters, as of a picture that somebody pasted, in a minute).
 */
function drawText(text: string): string {
  if (text.length <= LONG) return escapeHtml(text);
  let html = "";
  let from = 0;
  for (const { index, 0: run } of text.matchAll(LONG_RUN)) {
    html += `${escapeHtml(text.slice(from, index + run.length))}<wbr>`;
    from = index + run.length;
  }
  return html + escapeHtml(text.slice(from));
}

/** Whether a link may be drawn: http, https, mailto and paths of the site lead somewhere, anything else might run. */
export function isSafeUrl(url: string): boolean {
  if (/^\/(?![/\\])/u.test(url)) return true;
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s])/iu.test(url) && URL.canParse(url);
}

/** A style around words: two marks are one stretch only if they are the same object. */
interface Mark {
  open: string;
  close: string;
}

/** Words with the marks around them, outermost first. */
interface Leaf {
  marks: readonly Mark[];
  /** What sentence splitting reads: formulas and code are one U+FFFC. */
  shape: string;
  /** What the words are, formulas as plain text. */
  text: string;
  html?: string;
}

const TAGS = { emphasis: "em", strong: "strong", strike: "del" } as const;

function linkMark(url: string): Mark {
  const rel = /^https?:/iu.test(url) ? ' rel="external noopener"' : "";
  return { open: `<a href="${escapeHtml(url)}"${rel}>`, close: "</a>" };
}

function collectLeaves(nodes: readonly Inline[], drawing: Drawing, links: boolean): Leaf[] {
  const leaves: Leaf[] = [];
  const collect = (children: readonly Inline[], marks: readonly Mark[], inLink: boolean) => {
    for (const node of children) {
      if (node.type === "text") leaves.push({ marks, shape: node.value, text: node.value });
      else if (node.type === "break") leaves.push({ marks, shape: " ", text: " ", html: "<br>" });
      else if (node.type === "math")
        leaves.push({
          marks,
          shape: "\uFFFC",
          text: plainTex(node.tex),
          html: drawing.math(node.tex, false),
        });
      else if (node.type === "code")
        leaves.push({
          marks,
          shape: "\uFFFC",
          text: node.value,
          html: `<code>${drawText(node.value)}</code>`,
        });
      else if (node.type === "link") {
        const drawn = links && !inLink && isSafeUrl(node.url);
        collect(node.children, drawn ? [...marks, linkMark(node.url)] : marks, inLink || drawn);
      } else {
        const tag = TAGS[node.type];
        collect(node.children, [...marks, { open: `<${tag}>`, close: `</${tag}>` }], inLink);
      }
    }
  };
  collect(nodes, [], false);
  return leaves;
}

/** Leaves as HTML: marks open and close around them, never across each other. */
function drawLeaves(leaves: readonly Leaf[]): string {
  let html = "";
  let open: readonly Mark[] = [];
  const closeTo = (depth: number) => {
    for (let at = open.length - 1; at >= depth; at -= 1) html += open[at]?.close ?? "";
  };
  for (const leaf of leaves) {
    let shared = 0;
    while (shared < open.length && open[shared] === leaf.marks[shared]) shared += 1;
    closeTo(shared);
    for (const mark of leaf.marks.slice(shared)) html += mark.open;
    open = leaf.marks;
    html += leaf.html ?? drawText(leaf.text);
  }
  closeTo(0);
  return html;
}

/** The part of a leaf from `from` to `to` in its shape. */
function cutLeaf(leaf: Leaf, from: number, to: number): Leaf {
  if (from === 0 && to === leaf.shape.length) return leaf;
  const text = leaf.shape.slice(from, to);
  return { marks: leaf.marks, shape: text, text };
}

const nextId = (drawing: Drawing, sentences: readonly Sentence[]) =>
  `s${String((drawing.after ?? 0) + sentences.length + 1)}`;

/** One line of a text, each sentence in its span. */
function drawSentences(nodes: readonly Inline[], drawing: Drawing, sentences: Sentence[]): string {
  const leaves = collectLeaves(nodes, drawing, true);
  const shape = leaves.map((leaf) => leaf.shape).join("");
  let drawn = "";
  let end = 0;
  let next = 0;
  let offset = 0;
  for (const span of splitSentences(shape)) {
    const parts: Leaf[] = [];
    while (next < leaves.length) {
      const leaf = leaves[next];
      if (leaf === undefined || offset >= span.end) break;
      const from = Math.max(0, span.start - offset);
      const to = Math.min(leaf.shape.length, span.end - offset);
      if (from < to) parts.push(cutLeaf(leaf, from, to));
      if (offset + leaf.shape.length > span.end) break;
      offset += leaf.shape.length;
      next += 1;
    }
    const id = nextId(drawing, sentences);
    const text = parts.map((part) => part.text).join("");
    sentences.push({ id, text });
    const mark = drawing.anchors === false ? undefined : drawing.mark?.(text);
    const inner = (mark === undefined ? "" : `<i id="${mark}"></i>`) + drawLeaves(parts);
    // Scripts without spaces have none between their sentences.
    if (drawn !== "" && span.start > end) drawn += " ";
    drawn += drawing.anchors === false ? inner : `<span id="${id}">${inner}</span>`;
    end = span.end;
  }
  return drawn;
}

function drawBlock(block: Block, drawing: Drawing, sentences: Sentence[]): string {
  const drawAll = (blocks: readonly Block[]) =>
    blocks.map((child) => drawBlock(child, drawing, sentences)).join("");
  switch (block.type) {
    case "paragraph":
      return `<p>${drawSentences(block.children, drawing, sentences)}</p>`;
    case "heading": {
      // The page's own title is h1, the abstract's heading h2.
      const tag = `h${String(Math.min(6, Math.max(3, block.depth + 2)))}`;
      return `<${tag}>${drawSentences(block.children, drawing, sentences)}</${tag}>`;
    }
    case "list": {
      const items = block.items.map((item) => {
        const only = item.length === 1 ? item[0] : undefined;
        if (only?.type === "paragraph")
          return `<li>${drawSentences(only.children, drawing, sentences)}</li>`;
        return `<li>${drawAll(item)}</li>`;
      });
      const start =
        block.ordered && (block.start ?? 1) !== 1 ? ` start="${String(block.start)}"` : "";
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}${start}>${items.join("")}</${tag}>`;
    }
    case "quote":
      return `<blockquote>${drawAll(block.children)}</blockquote>`;
    case "code":
      return `<pre><code>${escapeHtml(block.value)}</code></pre>`;
    case "display": {
      const id = nextId(drawing, sentences);
      sentences.push({ id, text: plainTex(block.tex) });
      return `<div class="display"${drawing.anchors === false ? "" : ` id="${id}"`}>${drawing.math(block.tex, true)}</div>`;
    }
  }
}

/**
 * A text as HTML, each sentence `<span id="s1">`, `s2`, … counted through paragraphs and list items, and the
 * sentences themselves. With `mark`, an empty `<i>` inside each has its id by words. A sentence that ends within an emphasis or a link ends that mark too, and the next one
 * opens it again. Everything but what `math` returns is escaped.
 */
export function drawBlocks(
  blocks: readonly Block[],
  drawing: Drawing,
): { html: string; sentences: Sentence[] } {
  const sentences: Sentence[] = [];
  const seen = new Set<string | undefined>();
  // Of sentences with the same words, the first has their mark.
  const mark = (sentence: string) => {
    const own = drawing.mark?.(sentence);
    return seen.has(own) ? undefined : (seen.add(own), own);
  };
  const html = blocks.map((block) => drawBlock(block, { ...drawing, mark }, sentences)).join("\n");
  return { html, sentences };
}

/** A line as HTML, for titles: links are drawn as their words, since a title is itself a link in most places. */
export function drawInline(nodes: readonly Inline[], drawing: Drawing): string {
  return drawLeaves(collectLeaves(nodes, drawing, false));
}
