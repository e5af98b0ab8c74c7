import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { Problem } from "../paper/problem.ts";

/** The file, beside `papers`, that says what became of addresses which nothing else accounts for. */
export const MOVED = "moved.yaml";

/** What became of an address: it leads to another one, or a sentence says why it is gone. */
export type Fate = { to: string } | { because: string };

/** An address that no page has any more, and its fate. */
export type Moved = Fate & { address: string; line: number };

/** Below the base, no slash before it, one after it, and no way out of the site's folder. */
const ADDRESS = /^(?!\.)(?:[^\s/]+\/)+$/u;
const isAddress = (text: string) => ADDRESS.test(text) && !/(?:^|\/)\.{1,2}\//u.test(text);

/**
 * Reads `moved.yaml`, one address a line: `topics/nlp/: topics/language-models/`, or
 * `papers/doe2020draft/: Withdrawn by its authors.` Problems carry the line.
 */
export function readMoved(source: string, file: string): { moved: Moved[]; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const problems: Problem[] = [];
  const fault = (at: number, message: string) =>
    problems.push({
      code: "bad-moved",
      severity: "error",
      source: file,
      line: lines.linePos(at).line || 1,
      message,
      hint: "write `old/address/: new/address/`, or `old/address/: why it is gone`",
    });
  for (const error of document.errors) fault(error.pos[0], error.message.split("\n")[0] ?? "");
  const { contents } = document;
  if (problems.length > 0 || contents === null) return { moved: [], problems };
  if (!isMap(contents)) {
    fault(0, "is no list of addresses");
    return { moved: [], problems };
  }
  const moved: Moved[] = [];
  for (const { key, value } of contents.items) {
    const at = isScalar(key) ? key.range[0] : 0;
    const address = isScalar(key) ? String(key.value).trim() : "";
    const fate = isScalar(value) && typeof value.value === "string" ? value.value.trim() : "";
    const line = lines.linePos(at).line;
    if (!isAddress(address)) fault(at, `"${address}" is no address below the site's base`);
    else if (fate === "") fault(at, `"${address}" has nothing beside it`);
    else moved.push({ address, line, ...(isAddress(fate) ? { to: fate } : { because: fate }) });
  }
  return { moved, problems };
}
