/** A row of a table that is being read: rows may go on over lines, within quotation marks. */
export interface OpenRow {
  /** 1-based line on which it starts. */
  line: number;
  cells: string[];
  /** What stands within quotation marks that are not closed yet. */
  quoted?: string;
}

/** Reads on within quotation marks; gives where the cell ends, -1 where the line ends first. */
function readQuoted(row: OpenRow, line: string, from: number, delimiter: string): number {
  let start = from;
  for (let at = line.indexOf('"', from); at !== -1; at = line.indexOf('"', at)) {
    if (line[at + 1] === '"') {
      row.quoted = `${row.quoted ?? ""}${line.slice(start, at + 1)}`;
      start = at += 2;
      continue;
    }
    const rest = /^ */u.exec(line.slice(at + 1, at + 20))?.[0].length ?? 0;
    const end = at + 1 + rest;
    if (end >= line.length || line.startsWith(delimiter, end)) {
      row.cells.push(`${row.quoted ?? ""}${line.slice(start, at)}`);
      delete row.quoted;
      return end;
    }
    // A mark with more after it is one of the text: whoever wrote it forgot to double it.
    at += 1;
  }
  row.quoted = `${row.quoted ?? ""}${line.slice(start)}`;
  return -1;
}

/**
 * Adds a line to a row by the rules of RFC 4180, as tolerantly as they are written: a quotation mark counts
 * only where a cell begins or ends. The row is complete when nothing in it is `quoted`.
 */
export function addLine(row: OpenRow, line: string, delimiter: string, hasQuotes = true): void {
  let at = 0;
  if (row.quoted !== undefined) {
    row.quoted += "\n";
    at = readQuoted(row, line, 0, delimiter);
    if (at === -1) return;
    at += delimiter.length;
  }
  while (at <= line.length) {
    let start = at;
    while (line[start] === " ") start += 1;
    if (hasQuotes && line[start] === '"') {
      row.quoted = "";
      at = readQuoted(row, line, start + 1, delimiter);
      if (at === -1) return;
    } else {
      const end = line.indexOf(delimiter, at);
      row.cells.push(line.slice(at, end === -1 ? line.length : end).trim());
      at = end === -1 ? line.length : end;
    }
    at += delimiter.length;
  }
}

/** A line's cells. */
export function cellsOf(line: string, delimiter: string): string[] {
  const row: OpenRow = { line: 1, cells: [] };
  addLine(row, line, delimiter);
  return row.cells;
}
