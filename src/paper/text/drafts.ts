import type { Repair } from "./repair.ts";
import { Traced } from "./traced.ts";
import type { Inline } from "./tree.ts";
import { joinTex } from "./tree.ts";
import { WORD_RULES } from "./word-rules.ts";

/** A line while it is read: words that know their origin, and display formulas that leave the line later. */
export type Draft =
  | { type: "words"; words: Traced }
  | { type: "node"; node: Inline }
  | { type: "display"; tex: string }
  | { type: "style"; style: "emphasis" | "strong" | "strike"; children: Draft[] }
  | { type: "link"; url: string; children: Draft[] };

/** Words with the rules for lost backslashes applied. */
function finishWords(words: Traced, repairs: Repair[]): Inline[] {
  // No rule has anything to say about less than four characters.
  if (words.text.length < 4) return words.text === "" ? [] : [{ type: "text", value: words.text }];
  let nodes: (Traced | Inline)[] = [words];
  for (const { rule, pattern, make } of WORD_RULES) {
    nodes = nodes.flatMap((node) => {
      if (!(node instanceof Traced) || !pattern.test(node.text)) {
        pattern.lastIndex = 0;
        return [node];
      }
      pattern.lastIndex = 0;
      const made: (Traced | Inline)[] = [];
      let done = 0;
      let rest = new Traced();
      for (const match of node.text.matchAll(pattern)) {
        const result = make(match);
        if (result === undefined) continue;
        const offset = node.originOf(match.index);
        rest.append(node.text.slice(done, match.index), node.originOf(done));
        done = match.index + match[0].length;
        if ("text" in result) rest.append(result.text, offset);
        else {
          made.push(rest, { type: "math", tex: result.tex });
          rest = new Traced();
        }
        const after = "text" in result ? result.text : `$${result.tex}$`;
        repairs.push({ rule, before: match[0], after, offset });
      }
      rest.append(node.text.slice(done), node.originOf(done));
      return [...made, rest];
    });
  }
  return nodes.flatMap((node): Inline[] => {
    if (!(node instanceof Traced)) return [node];
    return node.text === "" ? [] : [{ type: "text", value: node.text }];
  });
}

/** Drafts as the tree has them; links within links and styles within themselves are taken apart. */
export function finish(drafts: readonly Draft[], repairs: Repair[]): Inline[] {
  return drafts.flatMap((draft): Inline[] => {
    switch (draft.type) {
      case "words":
        return finishWords(draft.words, repairs);
      case "node":
        return [draft.node];
      case "display":
        return [{ type: "math", tex: draft.tex }];
      case "style":
        return [{ type: draft.style, children: finish(draft.children, repairs) }];
      case "link":
        return [
          { type: "link", url: draft.url, children: withoutLinks(finishLink(draft.children)) },
        ];
    }
  });
}

/** An address is no prose: no rule for words touches it. */
function finishLink(drafts: readonly Draft[]): Inline[] {
  return drafts.flatMap((draft) =>
    draft.type === "words"
      ? [{ type: "text" as const, value: draft.words.text }]
      : finish([draft], []),
  );
}

function withoutLinks(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === "link") return withoutLinks(node.children);
    return "children" in node ? [{ ...node, children: withoutLinks(node.children) }] : [node];
  });
}

/** In UTF-16 units: what is longer is no formula, and takes MDX's parser time in its square. */
const LONGEST_FORMULA = 4000;

/** Whether a brace of a formula is not closed in it: MDX would look for its end in the text that follows. */
function leavesOpen(tex: string): boolean {
  let depth = 0;
  for (const sign of tex.replace(/\\[^]/gu, "")) {
    if (sign === "{") depth += 1;
    else if (sign === "}") depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** Adjacent texts joined, runs of spaces made one, none at the ends. */
export function tidy(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === "text" && last?.type === "text") last.value += node.value;
    else if (node.type === "math" && last?.type === "math") last.tex = joinTex(last.tex, node.tex);
    else joined.push(node.type === "text" || node.type === "math" ? { ...node } : node);
  }
  joined.forEach((node, at) => {
    if (node.type === "math" && (node.tex.length > LONGEST_FORMULA || leavesOpen(node.tex)))
      joined[at] = { type: "text", value: node.tex };
  });
  for (const node of joined)
    if (node.type === "text") node.value = node.value.replace(/[ \t\n]+/gu, " ");
  const first = joined[0];
  if (first?.type === "text") first.value = first.value.trimStart();
  const last = joined.at(-1);
  if (last?.type === "text") last.value = last.value.trimEnd();
  return joined.filter((node) => node.type !== "text" || node.value !== "");
}
