import { LineCounter, parseDocument } from "yaml";
import type { Problem } from "../paper/problem.ts";

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
  lineOf: (field: string) => number;
  problems: Problem[];
} {
  const lines = new LineCounter();
  const document = parseDocument(parts.data, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const problems = document.errors.map((error): Problem => ({
    code: "bad-yaml",
    severity: "error",
    source,
    line: lineAt(error.pos[0]),
    message: error.message.split("\n")[0] ?? "this is no YAML",
    hint: "put the value in double quotes if it holds a colon, a hash or a quote",
  }));
  const value: unknown = document.errors.length > 0 ? {} : document.toJS();
  const data =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const lineOf = (field: string) => {
    const at = new RegExp(`^${field.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}[ \\t]*:`, "mu").exec(
      parts.data,
    );
    return at ? lineAt(at.index) : 1;
  };
  return { data, lineOf, problems };
}
