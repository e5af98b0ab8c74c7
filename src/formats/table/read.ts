import { Lines } from "../lines.ts";
import type { OpenReader, ReadOptions, Reader, Sink } from "../reader.ts";
import type { OpenRow } from "./cells.ts";
import { addLine } from "./cells.ts";
import type { Column, ColumnMap } from "./columns.ts";
import { mapColumns } from "./columns.ts";
import type { Header } from "./header.ts";
import { readHeader } from "./header.ts";
import { rowToRecord } from "./record.ts";

/** A row longer than this, in UTF-16 units, has a quotation mark that nobody closed. */
const LONGEST_ROW = 500_000;
/** How often such marks are looked for: a file with more of them means none of them. */
const MOST_FAULTS = 50;

/** Reads the rows of a table below its header. A broken row costs itself alone. */
class TableReader implements Reader {
  readonly #source: string;
  readonly #sink: Sink;
  readonly #options: ReadOptions;
  readonly #lines = new Lines((line, number) => {
    this.#take(line, number);
  });
  #header: Header | undefined;
  #columns: ColumnMap = new Map();
  #isRefused = false;
  #row: OpenRow | undefined;
  /** The lines of the open row: if it is broken, they are read again as rows of their own. */
  #open: string[] = [];
  #size = 0;
  #faults = 0;

  constructor(source: string, sink: Sink, options: ReadOptions) {
    this.#source = source;
    this.#sink = sink;
    this.#options = options;
  }

  push(chunk: string): void {
    this.#lines.push(chunk);
  }

  end(): void {
    this.#lines.end();
    while (this.#row) this.#giveUp(this.#row);
  }

  #take(line: string, number: number): void {
    if (this.#isRefused || (!this.#row && line.trim() === "")) return;
    if (this.#header) this.#add(line, number, this.#header);
    else if (!/^sep=.$/iu.test(line)) this.#begin(line, number);
  }

  #begin(line: string, number: number): void {
    const { columns } = this.#options;
    this.#header = readHeader(line, columns);
    this.#isRefused = this.#header === undefined;
    this.#columns = mapColumns(this.#header?.names ?? [], columns);
    if (!this.#isRefused) return;
    const wanted = [...(columns?.values() ?? [])].map((name) => `"${name}"`).join(", ");
    this.#report(
      "no-column",
      number,
      `there is no column ${wanted === "" ? "for titles" : wanted} in its first line: ${line.slice(0, 120)}`,
      "name columns as the file's first line does: --columns title=Name,authors=Name",
    );
  }

  #add(line: string, number: number, { delimiter, names }: Header): void {
    const row = (this.#row ??= { line: number, cells: [] });
    this.#open.push(line);
    this.#size += line.length;
    addLine(row, line, delimiter, this.#faults < MOST_FAULTS);
    const isLong = this.#size > LONGEST_ROW && row.quoted !== undefined;
    const isUneven = this.#open.length > 1 && row.cells.length > names.length;
    if (isLong || isUneven) this.#giveUp(row);
    else if (row.quoted === undefined) this.#give(row, names.length);
  }

  /** What begins with a quotation mark that is not closed: its first line is lost, the others are read. */
  #giveUp({ line }: OpenRow): void {
    const rest = this.#open.slice(1);
    this.#clear();
    this.#faults += 1;
    this.#report(
      "broken-row",
      line,
      "the row that starts here has a quotation mark that is not closed",
      "write a quotation mark within a cell twice; the other rows are read",
    );
    rest.forEach((text, at) => {
      this.#take(text, line + 1 + at);
    });
  }

  #give({ line, cells }: OpenRow, width: number): void {
    const isTooLong = cells.slice(width).some((cell) => cell.trim() !== "");
    this.#clear();
    if (isTooLong) {
      this.#report(
        "broken-row",
        line,
        `the row that starts here has ${String(cells.length)} cells, the header ${String(width)}`,
        "put cells that hold the separating mark in quotation marks; the other rows are read",
      );
      return;
    }
    if (cells.every((cell) => cell.trim() === "")) return;
    const byName = new Map(this.#header?.names.map((name, at) => [name, cells[at] ?? ""]));
    const texts = (column: Column) =>
      (this.#columns.get(column) ?? [])
        .map((name) => byName.get(name) ?? "")
        .filter((text) => text.trim() !== "");
    const placed = new Set([...this.#columns.values()].flat());
    const unplaced = [...byName]
      .filter(([name, text]) => name !== "" && !placed.has(name) && text.trim() !== "")
      .map(([name]) => name);
    this.#sink.record(rowToRecord({ source: this.#source, line, texts, unplaced }, this.#sink));
  }

  #clear(): void {
    this.#row = undefined;
    this.#open = [];
    this.#size = 0;
  }

  #report(code: string, line: number, message: string, hint: string): void {
    this.#sink.problem({ code, severity: "error", source: this.#source, line, message, hint });
  }
}

/** Reads tables with a header, CSV and TSV: its columns are known by their names, or named. */
export const openTable: OpenReader = (source, sink, options = {}) =>
  new TableReader(source, sink, options);
