import { isSafeUrl } from "./drawing.ts";
import { entity, escapeLineStart, escapeText, escapeUrl, isBareLink } from "./mdx-escapes.ts";
import type { Block, Inline } from "./tree.ts";
import { inlineText, joinTex } from "./tree.ts";

function writeCode(value: string): string {
  const text = value.replace(/\s+/gu, " ");
  if (text.trim() === "") return "";
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^[` ]|[` ]$/u.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** TeX between as many dollar signs as it takes. */
function writeMath(tex: string): string {
  const text = tex.replace(/\s+/gu, " ").trim();
  if (text === "") return "";
  const longest = Math.max(0, ...(text.match(/\$+/gu) ?? []).map((run) => run.length));
  const fence = "$".repeat(longest === 1 ? 2 : longest > 1 ? longest + 1 : 1);
  const pad = /^\$|\$$/u.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

const MARKERS = { emphasis: "*", strong: "**", strike: "~~" } as const;

/** What the source shows at a node's edges: flanking rules and escapes look at it. */
function edge(node: Inline | undefined): string {
  if (node === undefined) return "";
  switch (node.type) {
    case "text":
      return node.value;
    case "math":
      return "$";
    case "code":
      return "`";
    case "break":
      return "\n";
    case "link":
      return "[";
    default:
      return MARKERS[node.type];
  }
}

const STYLED = new Set(["emphasis", "strong", "strike"]);

/** Neighbours of one kind as one, nothing empty, no style within itself: what Markdown can say. */
function normalise(nodes: readonly Inline[], within: ReadonlySet<string>): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    if ("children" in node) {
      const inner = normalise(node.children, new Set([...within, node.type]));
      if (inlineText(inner).trim() === "" || within.has(node.type)) out.push(...inner);
      else out.push(...withoutEdges({ ...node, children: inner }));
    } else if (
      node.type === "break" ||
      inlineText([node]).trim() !== "" ||
      (node.type === "text" && node.value !== "")
    )
      // A line end within words is a space.
      out.push(
        node.type === "text" ? { ...node, value: node.value.replace(/[\t\n\r]+/gu, " ") } : node,
      );
  }
  return mergeNeighbours(out);
}

/** A style with the spaces at its edges outside: no mark opens before a space. */
function withoutEdges(node: Extract<Inline, { children: Inline[] }>): Inline[] {
  const children = [...node.children];
  const first = children[0];
  if (first?.type === "text") children[0] = { ...first, value: first.value.trimStart() };
  const last = children.at(-1);
  if (last?.type === "text")
    children[children.length - 1] = { ...last, value: last.value.trimEnd() };
  const space = (has: boolean): Inline[] => (has ? [{ type: "text", value: " " }] : []);
  return [
    ...space(first?.type === "text" && /^\s/u.test(first.value)),
    { ...node, children: children.filter((child) => child.type !== "text" || child.value !== "") },
    ...space(last?.type === "text" && /\s$/u.test(last.value)),
  ];
}

function mergeNeighbours(nodes: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === "text" && last?.type === "text") last.value += node.value;
    else if (node.type === "math" && last?.type === "math") last.tex = joinTex(last.tex, node.tex);
    else if (node.type === "code" && last?.type === "code") last.value += node.value;
    else if (
      STYLED.has(node.type) &&
      last?.type === node.type &&
      "children" in node &&
      "children" in last
    )
      last.children = mergeNeighbours([...last.children, ...node.children]);
    else out.push({ ...node });
  }
  return out;
}

function writeNodes(
  nodes: readonly Inline[],
  around: { before: string; after: string; inLink: boolean },
): string {
  let out = "";
  let encodeNext = false;
  nodes.forEach((node, at) => {
    const encodes = encodeNext;
    encodeNext = false;
    const before = at === 0 ? around.before : edge(nodes[at - 1]).slice(-1);
    const after = at === nodes.length - 1 ? around.after : edge(nodes[at + 1]);
    switch (node.type) {
      case "text":
        out += encodes
          ? encodeFirst(node.value, after, around.inLink)
          : escapeText(node.value, before, after.slice(0, 1), around.inLink);
        return;
      case "math":
        out += writeMath(node.tex);
        return;
      case "code":
        out += writeCode(node.value);
        return;
      case "break":
        out += "\\\n";
        return;
      case "link": {
        const words = inlineText(node.children);
        if (around.inLink || !isSafeUrl(node.url)) {
          out += writeNodes(node.children, around);
          return;
        }
        if (isBareLink(node.url, words, before, after)) {
          out += node.url;
          return;
        }
        out += `[${writeNodes(node.children, { before: "[", after: "]", inLink: true })}](${escapeUrl(node.url)})`;
        return;
      }
      default: {
        const mark = MARKERS[node.type].slice(0, 1);
        const inner = writeNodes(node.children, {
          before: mark,
          after: mark,
          inLink: around.inLink,
        });
        const words = inner.trim();
        const lead = /^\s*/u.exec(inner)?.[0] ?? "";
        const tail = /\s*$/u.exec(inner)?.[0] ?? "";
        const outer = {
          before: lead || lastChar(out) || around.before,
          after: tail || firstChar(after),
        };
        const touches = /^\*|\*$/u.test(words) || outer.before === "*" || outer.after === "*";
        const marker = node.type === "emphasis" && touches ? "_" : MARKERS[node.type];
        // A mark between a letter and a sign would not open or close; a letter as entity counts as a sign.
        if (blocksMark(outer.before, firstChar(words), marker)) out = encodeLast(out);
        encodeNext = blocksMark(outer.after, lastChar(words), marker);
        out += `${lead}${marker}${words}${marker}${tail}`;
      }
    }
  });
  return out;
}

const firstChar = (text: string) => Array.from(text.slice(0, 2))[0] ?? "";
const lastChar = (text: string) => Array.from(text.slice(-2)).at(-1) ?? "";

const isWord = (char: string) => char !== "" && !/[\s\p{P}\p{S}]/u.test(char);

/** Whether a mark with these characters outside and inside is neither flanking nor allowed (CommonMark 6.2). */
const blocksMark = (outside: string, inside: string, marker: string) =>
  isWord(outside) && (marker === "_" || !isWord(inside));

function encodeFirst(value: string, after: string, inLink: boolean): string {
  const char = firstChar(value);
  return entity(char) + escapeText(value.slice(char.length), char, after.slice(0, 1), inLink);
}

function encodeLast(out: string): string {
  const char = lastChar(out);
  const before = out.slice(0, out.length - char.length);
  // A backslash that was itself before a letter would escape the entity.
  const slashes = /\\*$/u.exec(before.slice(-200))?.[0].length ?? 0;
  return before + (slashes % 2 === 1 ? "\\" : "") + entity(char);
}

/** A line of MDX whose parse gives the same nodes. */
export function writeInline(nodes: readonly Inline[]): string {
  return escapeLineStart(
    writeNodes(normalise(nodes, new Set()), { before: "", after: "", inLink: false }),
  );
}

const indent = (text: string, by: string) => text.replace(/\n(?=[^\n])/gu, `\n${by}`);

function writeFenced(value: string, language: string): string {
  const longest = Math.max(2, ...(value.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language.replace(/[^\w+#-]/gu, "")}\n${value}\n${fence}`;
}

function writeBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return writeInline(block.children);
    case "heading":
      return `${"#".repeat(Math.min(6, Math.max(1, block.depth)))} ${writeInline(block.children)}`;
    case "display":
      return `$$\n${block.tex.replace(/\n\s*\n/gu, "\n").replaceAll("$$", "$ $")}\n$$`;
    case "code":
      return writeFenced(block.value, block.language ?? "");
    case "quote":
      return writeMdx(block.children).trimEnd().replace(/^/gmu, "> ").replace(/ +$/gmu, "");
    case "list": {
      const first = block.start ?? 1;
      const tight = block.items.every((item) => item.length <= 1);
      return block.items
        .map((item, at) => {
          const marker = block.ordered ? `${String(first + at)}. ` : "- ";
          return marker + indent(writeMdx(item).trimEnd(), " ".repeat(marker.length));
        })
        .join(tight ? "\n" : "\n\n");
    }
  }
}

/**
 * A text as the body of an MDX entry: its parse with GFM and math gives the same tree, and nothing in it is
 * code. One paragraph a line; escapes only where MDX would read something else. An address in the words reads
 * back as a link, as GFM has it.
 */
export function writeMdx(blocks: readonly Block[]): string {
  const written = blocks.map(writeBlock).filter((text) => text !== "");
  return written.length === 0 ? "" : `${written.join("\n\n")}\n`;
}
