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

/** Excel's first line, `sep=;`, is none of the table's. */
export const withoutSeparator = (text: string) => text.replace(/^sep=.[\r\n]+/iu, "");
