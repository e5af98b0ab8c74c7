import type { Inline } from "./tree.ts";

/** Reads a title as frontmatter holds it: words, math between dollar signs, a dollar of its own as `\$`. */
export function readTitleSource(title: string): Inline[] {
  const nodes: Inline[] = [];
  const add = (value: string) => {
    const last = nodes.at(-1);
    if (last?.type === "text") last.value += value;
    else if (value !== "") nodes.push({ type: "text", value });
  };
  for (const [whole, escaped, tex] of title.matchAll(
    /\\([$\\])|\$((?:[^$\\]|\\[^])+)\$|[^$\\]+|[^]/gu,
  )) {
    if (tex !== undefined) nodes.push({ type: "math", tex: tex.trim() });
    else add(escaped ?? whole);
  }
  return nodes;
}
