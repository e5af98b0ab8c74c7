import { foldTitle } from "../../paper/fold.ts";
import type { Problem } from "../../paper/problem.ts";
import { cleanLine, cleanText } from "../clean.ts";
import type { OpenReader, Sink } from "../reader.ts";
import type { SourceRecord } from "../record.ts";
import { bareRecord } from "../record.ts";
import { labelUnits } from "./label.ts";
import type { Unit } from "./units.ts";
import { splitUnits } from "./units.ts";

/** Where the parts of a page's frame stand: what is no paper and is passed over. */
function reportNoise(units: readonly Unit[], source: string): Problem[] {
  const first = units[0];
  if (!first) return [];
  const words = units.map((unit) => `"${unit.text.slice(0, 40)}"`);
  return [
    {
      code: "page-noise",
      severity: "note",
      source,
      line: first.line,
      message: `${String(units.length)} lines are of the page, not of a paper: ${words.slice(0, 12).join(", ")}`,
    },
  ];
}

/** No listing is longer, in UTF-16 units: what a unit is depends on all others, so all of it is in memory. */
const LONGEST = 64_000_000;

/**
 * Reads a pasted listing: what the page has around it, then title, abstract, title, abstract, …
 * What is a title and what an abstract is told by shape: see `label.ts`.
 */
export const openListing: OpenReader = (source, sink) => {
  let pieces: string[] = [];
  let size = 0;
  return {
    push: (chunk) => {
      size += chunk.length;
      if (size > LONGEST) pieces = [];
      else pieces.push(chunk);
    },
    end: () => {
      if (size <= LONGEST) readListing(pieces.join(""), source, sink);
      else
        sink.problem({
          code: "too-long",
          severity: "error",
          source,
          message: "is longer than any pasted listing: it is not read",
          hint: "if it is one, cut it into files of at most 50 MB; if not, export BibTeX, RIS or CSV",
        });
    },
  };
};

function readListing(text: string, source: string, sink: Sink): void {
  const problems: Problem[] = [];
  const found: SourceRecord[] = [];
  const noise: Unit[] = [];
  let current: SourceRecord | undefined;
  for (const { unit, label } of labelUnits(splitUnits(cleanText(text)))) {
    if (label === "noise") noise.push(unit);
    else if (label === "title") {
      current = bareRecord(source, unit.line, cleanLine(unit.text));
      found.push(current);
    } else if (current) {
      const between = current.abstract === "" ? "" : unit.isItem ? "\n" : "\n\n";
      current.abstract += between + unit.text;
    } else
      problems.push({
        code: "abstract-without-title",
        severity: "error",
        source,
        line: unit.line,
        message: `an abstract without a title: "${unit.text.slice(0, 60)}…"`,
        hint: "put its title on a line above it",
      });
  }
  problems.push(...reportNoise(noise, source));
  const records = withoutDoubles(found, problems);
  for (const record of records) {
    if (record.abstract !== "") continue;
    problems.push({
      code: "no-abstract",
      severity: "warning",
      source,
      line: record.line,
      message: `"${record.title.slice(0, 120)}" has no abstract`,
      hint: "put the abstract below the title, or leave it: the paper gets a page without one",
    });
  }
  for (const problem of problems) sink.problem(problem);
  for (const record of records) sink.record(record);
}

/** One record a paper: of two with the same title, folded, the one that says more. */
function withoutDoubles(found: readonly SourceRecord[], problems: Problem[]): SourceRecord[] {
  const byTitle = new Map<string, SourceRecord>();
  for (const record of found) {
    // A title without letters folds to nothing: it is compared as it is.
    const title = foldTitle(record.title) || record.title;
    const earlier = byTitle.get(title);
    if (!earlier) {
      byTitle.set(title, record);
      continue;
    }
    const kept = record.abstract.length > earlier.abstract.length ? record : earlier;
    byTitle.set(title, kept);
    problems.push({
      code: "doubled-record",
      severity: "warning",
      source: record.source,
      line: record.line,
      message: `"${record.title.slice(0, 120)}" stands on line ${String(earlier.line)} already: the one on line ${String(kept.line)} counts`,
      hint: "remove one of the two",
    });
  }
  return [...byTitle.values()];
}
