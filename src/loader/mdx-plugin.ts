import type { MdastPluginEntry } from "satteri";
import { drawBlocks } from "../paper/text/drawing.ts";
import type { Urls } from "../urls.ts";
import { defuse } from "./defuse.ts";
import { resolveLinks } from "./links.ts";
import { renderMath } from "./math.ts";
import { definitionsOf } from "./nodes.ts";
import { readBlock, readTree } from "./read-tree.ts";

/**
 * For the few entries that have components and go through the MDX compiler: their prose is drawn by the same code
 * as everybody else's, so that sentences, math and links come out alike. Where all components stand below the
 * prose, the page draws the prose itself, and only the components are left here.
 */
export function entryProse(options: { contentDir: string; urls: Urls }): MdastPluginEntry {
  return ({ fileURL, source }) => {
    const path = decodeURIComponent(fileURL?.pathname ?? "");
    const folder = options.contentDir.replaceAll("\\", "/");
    if (!path.startsWith(folder)) return null;
    const anchors = path.startsWith(`${folder}papers/`);
    const body = source.replace(/^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/u, "");
    const keepProse = readTree(body).components === "within";
    let definitions: ReadonlyMap<string, string> = new Map();
    return {
      name: "entry-prose",
      before(root, context) {
        definitions = definitionsOf(root);
        let sentences = 0;
        for (const node of root.children) {
          const block = readBlock(node);
          if (!block) continue;
          if (!keepProse) {
            context.removeNode(node);
            continue;
          }
          const drawn = drawBlocks(resolveLinks([block], options.urls), {
            math: renderMath,
            anchors,
            after: sentences,
          });
          sentences += drawn.sentences.length;
          context.replaceNode(node, { raw: drawn.html, mdxExpressions: false });
        }
      },
      // Formulas inside components and beside expressions.
      inlineMath: (node) => ({ raw: renderMath(node.value, false), mdxExpressions: false }),
      math: (node) => ({ raw: renderMath(node.value, true), mdxExpressions: false }),
      ...defuse(options.urls, (name) => definitions.get(name)),
    };
  };
}
