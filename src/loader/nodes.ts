import type { MdastNode } from "satteri";

type Definition = Extract<MdastNode, { type: "definition" }>;

/** Every node of a tree. */
export function* nodesOf(root: MdastNode): Generator<MdastNode> {
  const left = [root];
  for (let node = left.pop(); node; node = left.pop()) {
    yield node;
    if ("children" in node) left.push(...node.children.toReversed());
  }
}

/** Addresses that a text gives beside itself, `[name]: address`, by name; the first of a name is the one. */
export function definitionsOf(root: MdastNode): ReadonlyMap<string, string> {
  const found = [...nodesOf(root)].filter((node): node is Definition => node.type === "definition");
  return new Map(found.toReversed().map(({ identifier, url }) => [identifier, url]));
}

/** Deeper than any text goes; what is deeper ends the functions that follow it down. */
const DEEPEST = 100;

/** Whether something in a tree is nested too deeply to be drawn. */
export function isTooDeep(root: MdastNode): boolean {
  let level = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node): MdastNode[] => ("children" in node ? [...node.children] : []));
  }
  return false;
}
