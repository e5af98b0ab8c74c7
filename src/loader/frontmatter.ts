import { isNode } from "yaml";
import type { Problem } from "../paper/problem.ts";
import { readYaml } from "./yaml.ts";

/** An entry's two parts, as text. */
export interface Parts {
  /** YAML between the fences, without them. */
  data: string;
  body: string;
  /** 1-based line of the file on which the body starts. */
  bodyLine: number;
}

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?^---[ \t]*(?:\r?\n|$)/mu;

/** Takes an entry apart at its `---` fences; undefined where it does not begin with one or never closes it. */
export function splitFrontmatter(source: string): Parts | undefined {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const match = FENCE.exec(text);
  if (match?.index !== 0) return undefined;
  const [whole, data = ""] = match;
  return {
    data,
    body: text.slice(whole.length),
    bodyLine: whole.split("\n").length,
  };
}

/** Reads an entry's YAML. A fault is a problem with its line; what could be read is given even so. */
export function parseFrontmatter(
  parts: Parts,
  source: string,
): {
  data: Record<string, unknown>;
  /** The line of a field, or of what stands in it: `"authors", 3`. */
  lineOf: (field: string, ...inside: PropertyKey[]) => number;
  problems: Problem[];
} {
  const { document, value, faults, lineAt } = readYaml(parts.data);
  const problems = faults.map(({ line, message, hint }): Problem => ({
    code: "bad-yaml",
    severity: "error",
    source,
    line: line + 1,
    message,
    hint: hint ?? "put the value in double quotes if it holds a colon, a hash or a quote",
  }));
  const data =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const lineOf = (field: string, ...inside: PropertyKey[]) => {
    for (let length = inside.length; length > 0; length -= 1) {
      const node = document.getIn([field, ...inside.slice(0, length)], true);
      if (isNode(node) && node.range) return lineAt(node.range[0]) + 1;
    }
    const at = new RegExp(`^${field.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}[ \\t]*:`, "mu").exec(
      parts.data,
    );
    return at ? lineAt(at.index) + 1 : 1;
  };
  return { data, lineOf, problems };
}
