/** How far a reader has come with a paper. */
export const PROGRESS = ["to-read", "reading", "read"] as const;
export type Progress = (typeof PROGRESS)[number];

/** What a list shows of a paper, so that it can be shown where the paper's page is out of reach. */
export interface Facts {
  title: string;
  /** The first authors, as a row names them. */
  by: string;
  /** ISO, as far as it is known; may be empty. */
  date: string;
  venue: string;
}

/** A paper in the reading list. */
export interface Saved extends Facts {
  key: string;
  progress: Progress;
  note: string;
  /** Smaller stands higher. Any number: there is always one between two others. */
  place: number;
  /** The day it was saved, ISO. */
  saved: string;
  /** The day its facts were last read from its page; empty if never. */
  checked: string;
  /** Its page said that it is gone: why, in a few words. */
  gone?: string;
}

/** The form of an entry; a later one may know more fields, which stay as they are. */
const VERSION = 1;

/** Characters of a note: what one entry may take of the few megabytes that a browser gives. */
export const LONGEST_NOTE = 20_000;

/** Two notes on a paper as one: nothing of either is lost, and what both say stands once. */
export function joinNotes(first: string, second: string): string {
  if (first.includes(second)) return first;
  return second.includes(first) ? second : `${first}\n\n${second}`;
}

const text = (value: unknown, most = 500) =>
  typeof value === "string" ? value.slice(0, most) : "";

const isProgress = (value: unknown): value is Progress => PROGRESS.includes(value as Progress);

/** A saved paper from whatever an entry or a file holds; what is missing or of another kind is left empty. */
export function toSaved(key: string, fields: Readonly<Record<string, unknown>>): Saved {
  const { progress, place, gone } = fields;
  return {
    ...fields,
    key,
    title: text(fields["title"]),
    by: text(fields["by"]),
    date: text(fields["date"], 10),
    venue: text(fields["venue"]),
    progress: isProgress(progress) ? progress : "to-read",
    note: text(fields["note"], LONGEST_NOTE),
    place: typeof place === "number" && Number.isFinite(place) ? place : 0,
    saved: text(fields["saved"], 10),
    checked: text(fields["checked"], 10),
    ...(typeof gone === "string" ? { gone: text(gone) } : {}),
  };
}

/** Reads an entry. Undefined for one that is broken: no JSON, or no object in it. */
export function readEntry(key: string, entry: string): Saved | undefined {
  try {
    const fields: unknown = JSON.parse(entry);
    if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return undefined;
    return toSaved(key, fields as Record<string, unknown>);
  } catch {
    return undefined;
  }
}

/** An entry as it is kept: its name has the key. */
export function writeEntry(saved: Saved): string {
  const { key: _, ...fields } = saved as Saved & { version?: unknown };
  const version = typeof fields.version === "number" ? Math.max(fields.version, VERSION) : VERSION;
  return JSON.stringify({ ...fields, version });
}
