import { cleanLine } from "../clean.ts";
import type { ReadOptions } from "../reader.ts";
import { cellsOf } from "./cells.ts";
import { looksLikeHeader, mapColumns } from "./columns.ts";

/** In UTF-16 units: what is longer names no columns. */
const LONGEST = 20_000;
const DELIMITERS = [",", "\t", ";", "|"];

/** The names of a table's columns, and what parts them. */
export interface Header {
  delimiter: string;
  names: string[];
}

/**
 * The header that a table's first line is; undefined where it is none. With columns named, the line that has
 * them is one whatever else it holds.
 */
export function readHeader(line: string, columns?: ReadOptions["columns"]): Header | undefined {
  if (line.length > LONGEST) return undefined;
  const headers = DELIMITERS.map((delimiter) => ({
    delimiter,
    names: cellsOf(line, delimiter).map(cleanLine),
  })).sort((a, b) => b.names.length - a.names.length);
  const isNamed = ({ names }: Header) =>
    columns !== undefined &&
    mapColumns(names, columns).has("title") &&
    [...columns.values()].every((name) => names.includes(name));
  return headers.find(isNamed) ?? headers.find(({ names }) => looksLikeHeader(names));
}

/** Whether a text begins as a table does. */
export function beginsWithHeader(text: string): boolean {
  const [line = ""] = withoutSeparator(text)
    .trimStart()
    .split(/\r\n?|\n/u, 1);
  return readHeader(line) !== undefined;
}

/** Whether a text is a table, though nothing tells its columns: line after line has as many cells as the first. */
export function looksLikeTable(text: string): boolean {
  const lines = text
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== "")
    .slice(0, 40);
  return DELIMITERS.some((delimiter) => {
    const counts = lines.map((line) =>
      line.length > LONGEST ? 1 : cellsOf(line, delimiter).length,
    );
    const first = counts[0] ?? 1;
    const isWide = first > 2 || (first === 2 && (delimiter === "\t" || text.startsWith('"')));
    return (
      lines.length > 3 &&
      isWide &&
      counts.filter((count) => count === first).length >= lines.length * 0.8
    );
  });
}

/** Excel's first line, `sep=;`, is none of the table's. */
export const withoutSeparator = (text: string) => text.replace(/^sep=.[\r\n]+/iu, "");
