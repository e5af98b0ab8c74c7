import { foldTitle } from "../../paper/fold.ts";
import type { Problem } from "../../paper/problem.ts";
import type { Reading, SourceRecord } from "../record.ts";
import { bareRecord } from "../record.ts";
import type { BibtexValue, RawEntry } from "./read-entry.ts";
import type { LineProblem } from "./read-faults.ts";
import type { BibtexEntry } from "./read-record.ts";
import { toRecord } from "./read-record.ts";
import { BibtexScanner } from "./read-scan.ts";

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/iu;
/** Entries that are about other entries or about styles. */
const NO_PAPER = /^(?:proceedings|mvproceedings|xdata|set|control|ieeetranbstctl|bibnote)$/u;
/** What entries take from the one that they refer to; its title is their book's. */
const INHERITED = ["booktitle", "year", "date", "month", "journal", "journaltitle", "eventtitle"];

/** Makes records of entries: knows the file's strings, keys, and who refers to whom. */
class Collector {
  readonly #records: SourceRecord[] = [];
  readonly #problems: Problem[] = [];
  readonly #source: string;
  readonly #strings = new Map<string, string>();
  readonly #unknown = new Set<string>();
  /** Lines and titles of the keys that were met. */
  readonly #keys = new Map<string, { line: number; title: string }>();
  /** Entries that others may refer to. */
  readonly #parents = new Map<string, ReadonlyMap<string, string>>();
  /** Entries that refer to others, which may come later: their place among the records is kept. */
  readonly #children: { at: number; entry: BibtexEntry }[] = [];
  readonly scanner: BibtexScanner;

  constructor(source: string) {
    this.#source = source;
    this.scanner = new BibtexScanner({
      entry: (entry, line) => {
        this.#accept(entry, line);
      },
      problem: (problem) => {
        this.#report(problem);
      },
    });
  }

  reading(): Reading {
    this.scanner.end();
    for (const { at, entry } of this.#children)
      this.#records[at] = this.#toRecord({ ...entry, fields: this.#inherit(entry) });
    return { records: this.#records, problems: this.#problems };
  }

  #accept({ type, key, fields: values }: RawEntry, line: number): void {
    const fields = new Map<string, string>();
    for (const [name, value] of values) fields.set(name, this.#resolve(value, line));
    if (type === "string") {
      for (const [name, text] of fields) this.#strings.set(name, text);
      return;
    }
    const entry: BibtexEntry = { type, line, fields, ...(key === undefined ? {} : { key }) };
    if (key !== undefined && !/^(?:in|article)/u.test(type) && !this.#parents.has(lower(key)))
      this.#parents.set(lower(key), fields);
    if (NO_PAPER.test(type)) {
      const message = `@${type} "${key ?? ""}" is no paper: it becomes no entry`;
      this.#report({ code: "no-paper", severity: "note", line, message });
    } else if (fields.has("crossref") || fields.has("xdata")) {
      this.#children.push({ at: this.#records.length, entry });
      this.#records.push(bareRecord(this.#source, line, ""));
    } else this.#records.push(this.#toRecord(entry));
  }

  /** An entry's fields, and those that it takes from the entries that it refers to. */
  #inherit({ fields, line }: BibtexEntry): ReadonlyMap<string, string> {
    const all = new Map(fields);
    const take = (name: string, value: string | undefined) => {
      if (value !== undefined && !all.has(name)) all.set(name, value);
    };
    const referred = (link: string) =>
      (fields.get(link) ?? "")
        .split(",")
        .map((key) => key.trim())
        .filter((key) => key !== "")
        .flatMap((key) => this.#parents.get(lower(key)) ?? this.#reportMissing(link, key, line));
    for (const parent of referred("xdata")) for (const [name, value] of parent) take(name, value);
    for (const parent of referred("crossref")) {
      for (const name of INHERITED) take(name, parent.get(name));
      take("booktitle", parent.get("title"));
    }
    return all;
  }

  #reportMissing(link: string, key: string, line: number): [] {
    const message = `${link} "${key}" is in no entry of this file`;
    const hint = "add that entry, or its fields here";
    this.#report({ code: "unknown-crossref", severity: "warning", line, message, hint });
    return [];
  }

  /** Two papers with one key are two papers: the first keeps it. The same paper twice is for the importer to tell. */
  #toRecord(entry: BibtexEntry): SourceRecord {
    const record = toRecord(entry, this.#source, this.#problems);
    const { sourceKey, ...rest } = record;
    if (sourceKey === undefined) return record;
    const title = foldTitle(record.title);
    const earlier = this.#keys.get(lower(sourceKey));
    if (!earlier) this.#keys.set(lower(sourceKey), { line: record.line, title });
    if (!earlier || earlier.title === title) return record;
    this.#report({
      code: "duplicate-key",
      severity: "warning",
      line: record.line,
      message: `the key "${sourceKey}" stands on line ${String(earlier.line)} already, for another paper: this one is read without it`,
      hint: "give each a key of its own",
    });
    return rest;
  }

  #resolve(value: BibtexValue, line: number): string {
    return value
      .map((part) => {
        if ("text" in part) return part.text;
        const known = this.#strings.get(lower(part.name));
        if (known === undefined && !MONTH.test(part.name)) this.#reportUnknown(part.name, line);
        return known ?? part.name;
      })
      .join("");
  }

  /** Once a name: a file that lacks its strings lacks them in every entry. */
  #reportUnknown(name: string, line: number): void {
    if (this.#unknown.has(lower(name))) return;
    this.#unknown.add(lower(name));
    const message = `there is no @string "${name}" before this line: its name is taken for its text`;
    const hint = `put @string{${name} = {…}} at the top of the file`;
    this.#report({ code: "unknown-string", severity: "warning", line, message, hint });
  }

  #report({ code, severity, ...rest }: LineProblem): void {
    this.#problems.push({ code, severity, source: this.#source, ...rest });
  }
}

const lower = (text: string) => text.toLowerCase();

/** Reads BibTeX and BibLaTeX. One broken entry costs one entry. */
export function readBibtex(text: string, source: string): Reading {
  const collector = new Collector(source);
  collector.scanner.push(text);
  return collector.reading();
}

/** The same from a stream: one entry at a time is in memory beside the records. */
export async function readBibtexStream(
  chunks: AsyncIterable<string>,
  source: string,
): Promise<Reading> {
  const collector = new Collector(source);
  for await (const chunk of chunks) collector.scanner.push(chunk);
  return collector.reading();
}
