import { readYears } from "../query-url.ts";
import type { Facet, Note, Response } from "../types.ts";
import type { View } from "./view.ts";
import { ANY_YEAR, chosen } from "./view.ts";

/** What the page says of a search, as data: the elements draw it, tests read it. */

/** A stretch of a sentence; `literal` marks the words that ask for the search as typed. */
export interface Phrase {
  text: string;
  strong?: true;
  literal?: true;
  /** A link to the search for this text, with the filters that are on. */
  query?: string;
}

const count = (n: number, word: string) => `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;

/** `12 papers for “low rank”, 2 filters on`: the count and the query in words. */
export function describeTotal(
  { total, notes }: Pick<Response, "total" | "notes">,
  view: View,
): string {
  const text = notes.some(({ kind }) => kind === "wordless") ? "" : view.text.trim();
  const words = text === "" ? "" : ` for “${text}”`;
  const filters = chosen(view.filters).length;
  const narrowed = filters === 0 ? "" : `, ${count(filters, "filter")} on`;
  return `${total === 0 ? "No papers" : count(total, "paper")}${words}${narrowed}.`;
}

/** What the button says that leads from the filters to what they leave. */
export const describeWay = (total: number): string =>
  total === 0 ? "Close: no papers" : `Show ${count(total, "paper")}`;

const list = (words: readonly string[]): Phrase[] =>
  words.flatMap((word, i) => [
    ...(i === 0 ? [] : [{ text: i === words.length - 1 ? " or " : ", " }]),
    { text: word, strong: true as const },
  ]);

/** What the engine did to the query, as sentences. */
export function describeNote(note: Note): Phrase[] {
  switch (note.kind) {
    case "corrected":
      return [
        { text: "Showing results for " },
        { text: note.to, strong: true },
        { text: ". " },
        { text: `Search instead for ${note.from}`, literal: true },
      ];
    case "expanded":
      return [
        { text: "Also searched " },
        { text: note.to, strong: true },
        { text: ` for ${note.from}. ` },
        { text: `Search only ${note.from}`, literal: true },
      ];
    case "unknown":
      return [{ text: "No paper has " }, ...list(note.words), { text: "." }];
    case "misread":
      return [
        {
          text: `Left out, as ${note.words.length === 1 ? "it is no year" : "they are no years"}: `,
        },
        ...list(note.words),
        { text: ". Write year:2021 or year:2019..2022." },
      ];
    case "wordless":
      return [
        { text: "There is nothing to search for in " },
        { text: note.text, strong: true },
        {
          text:
            note.total === 0
              ? "."
              : `. ${note.total === 1 ? "The one paper is" : `All ${count(note.total, "paper")} are`} shown${note.newest ? ", newest first" : ""}.`,
        },
      ];
    case "apart":
      return [
        { text: "No paper has all of these words; some have all but " },
        ...list(note.words),
        { text: "." },
      ];
    case "loosened":
      return [
        { text: "No paper has " },
        ...list(note.words),
        {
          text: ` as it is asked for; ${note.total === 1 ? "1 has" : `${note.total.toLocaleString("en")} have`} some of the words.`,
        },
      ];
    case "relaxed":
      return [
        { text: `${count(note.total, "paper")} without`, query: note.rest },
        { text: " " },
        ...list(note.words),
        { text: "." },
      ];
  }
}

/** The facets by the name that the page gives them. */
export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  topic: "Topic",
  tag: "Tag",
  year: "Year",
  venue: "Venue",
  author: "Author",
  has: "Links",
};

/** `since 2021`, `2021 to 2024`, `to 2024`, `2024`. */
export function describeYears(value: string): string {
  const years = readYears(value);
  if (!years) return value;
  const { from, to } = years;
  if (from === to) return String(from);
  if (to === ANY_YEAR.to) return `since ${String(from)}`;
  return from === ANY_YEAR.from ? `to ${String(to)}` : `${String(from)} to ${String(to)}`;
}

/** A chosen value as its chip shows it; `label` is what the index calls the value. */
export function describeChoice(facet: Facet, value: string, label: string | undefined): string {
  if (facet === "year") return describeYears(value);
  if (facet === "has") return value === "code" ? "Has code" : value;
  return label ?? value.replaceAll("-", " ");
}

/** Progress of a search that takes its time, after `ms` milliseconds. */
export function describeWait(ms: number, loaded: { files: number; bytes: number }): string {
  if (ms < 2000) return "Searching…";
  const seconds = `${String(Math.floor(ms / 1000))} s`;
  if (loaded.files === 0) return `Waiting for the search index, ${seconds} so far…`;
  const kilobytes = Math.round(loaded.bytes / 1000).toLocaleString("en");
  return `Loading the search index: ${count(loaded.files, "file")}, ${kilobytes} KB in ${seconds}…`;
}

/** A line for a methods section: what was searched, where, and how much was found. */
export function describeMethod(
  view: View,
  total: number,
  at: {
    site: string;
    updated: string;
    address: string;
    labels: (facet: Facet, value: string) => string;
  },
): string {
  const filters = chosen(view.filters).map(
    ({ facet, value }) => `${FACET_NAMES[facet].toLowerCase()}: ${at.labels(facet, value)}`,
  );
  const words = view.text.trim() === "" ? "all papers" : `“${view.text.trim()}”`;
  const narrowed = filters.length === 0 ? "" : ` (${filters.join("; ")})`;
  const dated = at.updated === "" ? "" : `, corpus of ${at.updated}`;
  return `${at.site}${dated}: ${words}${narrowed}, ${count(total, "paper")}. ${at.address}`;
}
