import { createHash } from "node:crypto";
import { foldTitle } from "../../paper/fold.ts";
import { withoutDoubling } from "../doubled.ts";
import type { OpenReader, Reader, Sink } from "../reader.ts";
import { resolveConditionals } from "./read-conditionals.ts";
import { Crossrefs } from "./read-crossref.ts";
import type { BibtexValue, RawEntry } from "./read-entry.ts";
import type { LineProblem } from "./read-faults.ts";
import type { BibtexEntry } from "./read-record.ts";
import { toRecord } from "./read-record.ts";
import { BibtexScanner } from "./read-scan.ts";
import { withCommands, withLineEnds, withSingleBackslashes } from "./single-backslashes.ts";

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/iu;
/** Entries that are about other entries or about styles. */
const NO_PAPER = /^(?:proceedings|mvproceedings|xdata|set|control|ieeetranbstctl|bibnote)$/u;

const lower = (text: string) => text.toLowerCase();

/** Keys and titles are only compared: of a large file a few bytes of each are kept. */
const digest = (text: string) => createHash("sha1").update(text).digest("base64url");

/** Makes records of entries: knows the file's strings, keys, and who refers to whom. */
class BibtexReader implements Reader {
  readonly #source: string;
  readonly #sink: Sink;
  readonly #strings = new Map<string, string>();
  readonly #unknown = new Set<string>();
  /** Lines and digests of titles of the keys that were met, by digest. */
  readonly #keys = new Map<string, { line: number; title: string }>();
  readonly #crossrefs = new Crossrefs();
  readonly #scanner = new BibtexScanner({
    entry: (entry, line) => {
      this.#accept(entry, line);
    },
    problem: (problem) => {
      this.#report(problem);
    },
  });

  constructor(source: string, sink: Sink) {
    this.#source = source;
    this.#sink = sink;
  }

  push(chunk: string): void {
    this.#scanner.push(chunk);
  }

  end(): void {
    this.#scanner.end();
    const left = this.#crossrefs.leftOver();
    const byKey = new Map(left.map((entry) => [lower(entry.key ?? ""), entry]));
    for (const entry of left) {
      const circles = this.#crossrefs.circlesOf(entry, byKey);
      for (const { link, key } of this.#crossrefs.missing(entry))
        if (!circles.includes(key)) this.#reportMissing(entry, link, key, byKey.has(key));
      this.#give(entry, circles);
    }
  }

  /** An entry that others refer to is in no line of the file, or is no volume. */
  #reportMissing({ line }: BibtexEntry, link: string, key: string, isLeft: boolean): void {
    const isThere = isLeft || this.#keys.has(digest(key));
    const what = isThere
      ? "is a paper, and no volume that lends fields"
      : "is in no entry of this file";
    const hint = isThere ? "write the fields here" : "add that entry, or its fields here";
    const message = `${link} "${key}" ${what}`;
    this.#report({ code: "unknown-crossref", severity: "warning", line, message, hint });
  }

  #accept({ type, key, fields: values }: RawEntry, line: number): void {
    const fields = new Map<string, string>();
    for (const [name, value] of values) fields.set(name, this.#resolve(value, line));
    if (type === "string") {
      for (const [name, text] of fields) this.#strings.set(name, text);
      return;
    }
    const entry: BibtexEntry = { type, line, fields, ...(key === undefined ? {} : { key }) };
    const complete = this.#crossrefs.add(entry);
    if (NO_PAPER.test(type)) {
      const message = `@${type} "${key ?? ""}" is no paper: it becomes no entry`;
      this.#report({ code: "no-paper", severity: "note", line, message });
    } else if (!this.#crossrefs.holdBack(entry)) this.#give(entry);
    for (const waited of complete) this.#give(waited);
  }

  /** Two papers with one key are two papers: the first keeps it. The same paper twice is for the importer to tell. */
  #give(entry: BibtexEntry, circles = this.#crossrefs.circlesOf(entry)): void {
    for (const key of circles)
      this.#report({
        code: "circular-crossref",
        severity: "warning",
        line: entry.line,
        message: `the entry refers to "${key}", which leads in a circle`,
        hint: "take out the crossref or xdata of the one that is the volume",
      });
    const record = toRecord(this.#crossrefs.inherit(entry), this.#source, this.#sink);
    const { sourceKey, ...rest } = record;
    const earlier = sourceKey === undefined ? undefined : this.#earlier(sourceKey, record);
    if (sourceKey === undefined || earlier === undefined) {
      this.#sink.record(record);
      return;
    }
    this.#report({
      code: "duplicate-key",
      severity: "warning",
      line: record.line,
      message: `the key "${sourceKey}" stands on line ${String(earlier)} already, for another paper: this one is read without it`,
      hint: "give each a key of its own",
    });
    this.#sink.record(rest);
  }

  /** The line on which another paper has the same key. */
  #earlier(key: string, record: { title: string; line: number }): number | undefined {
    const name = digest(lower(key));
    const title = digest(foldTitle(record.title));
    const met = this.#keys.get(name);
    if (!met) this.#keys.set(name, { line: record.line, title });
    return met === undefined || met.title === title ? undefined : met.line;
  }

  #resolve(value: BibtexValue, line: number): string {
    const parts = value.map((part) => {
      if ("text" in part) return part.text;
      const known = this.#strings.get(lower(part.name));
      if (known === undefined && !MONTH.test(part.name)) this.#reportUnknown(part.name, line);
      return known ?? part.name;
    });
    const single = withSingleBackslashes(withoutDoubling(parts.join("")));
    return resolveConditionals(withLineEnds(withCommands(single)));
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
    this.#sink.problem({ code, severity, source: this.#source, ...rest });
  }
}

/** Reads BibTeX and BibLaTeX. One broken entry costs one entry; one entry at a time is in memory. */
export const openBibtex: OpenReader = (source, sink) => new BibtexReader(source, sink);
