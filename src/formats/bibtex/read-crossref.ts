import type { BibtexEntry } from "./read-record.ts";

/** What entries take from the one that they refer to; its title is their book's. */
const INHERITED = [
  ...["booktitle", "year", "date", "month", "journal", "journaltitle", "eventtitle"],
  ...["volume", "number", "series", "publisher", "organization", "school", "institution"],
];
/** What is remembered of an entry: what it lends, and to whom it refers itself. */
const LENT = new Set([...INHERITED, "title", "crossref", "xdata"]);
/** Types that stand in others, and that nothing refers to. */
const CHILDREN = /^(?:in(?!book)|article|suppl)/u;

/** A chain of entries that refer to each other is no longer, but where somebody means harm. */
const LONGEST_CHAIN = 8;

const lower = (text: string) => text.toLowerCase();

/** A text of its own: a part of a piece of the input would keep all of that in memory. */
const copy = (text: string) => Buffer.from(text).toString();

const hasTitle = (fields: ReadonlyMap<string, string>) => /\S/u.test(fields.get("title") ?? "");

const LINKS = ["xdata", "crossref"] as const;

const keysIn = ({ fields }: Pick<BibtexEntry, "fields">, link: (typeof LINKS)[number]) =>
  (fields.get(link) ?? "")
    .split(",")
    .map((key) => lower(key.trim()))
    .filter((key) => key !== "");

const linksOf = (entry: Pick<BibtexEntry, "fields">) =>
  LINKS.flatMap((link) => keysIn(entry, link).map((key) => ({ link, key })));

/** Entries that wait for what never came, by their keys in lower case. */
export type WaitingEntries = ReadonlyMap<string, BibtexEntry>;

/**
 * Entries that take fields from others, `crossref` and `xdata`: each waits until those that it refers to
 * were met, for BibTeX wants them after it and BibLaTeX does not care.
 */
export class Crossrefs {
  readonly #parents = new Map<string, ReadonlyMap<string, string>>();
  /** Entries that wait, by the first key that is not there yet. */
  readonly #waiting = new Map<string, BibtexEntry[]>();

  /** Remembers an entry for those that refer to it; gives the entries that waited for nothing else. */
  add({ key, type, fields }: BibtexEntry): BibtexEntry[] {
    if (key === undefined || CHILDREN.test(type) || this.#parents.has(lower(key))) return [];
    const lent = [...fields].filter(([name]) => type === "xdata" || LENT.has(name));
    this.#parents.set(
      copy(lower(key)),
      new Map(lent.map(([name, value]) => [copy(name), copy(value)])),
    );
    const waiting = this.#waiting.get(lower(key)) ?? [];
    this.#waiting.delete(lower(key));
    return waiting.filter((entry) => !this.holdBack(entry));
  }

  /** Whether an entry refers to one that was not met yet: then it is kept until that comes. */
  holdBack(entry: BibtexEntry): boolean {
    const missing = this.missing(entry)[0];
    if (missing === undefined) return false;
    const waiting = this.#waiting.get(missing.key) ?? [];
    waiting.push(entry);
    this.#waiting.set(missing.key, waiting);
    return true;
  }

  /** What an entry refers to and was not met. */
  missing(entry: BibtexEntry): ReturnType<typeof linksOf> {
    return linksOf(entry).filter(({ key }) => !this.#parents.has(key));
  }

  /** Entries that wait for what never came, in their order. */
  leftOver(): BibtexEntry[] {
    return [...this.#waiting.values()].flat().sort((a, b) => a.line - b.line);
  }

  /** The keys by which an entry refers, itself or over others, to one that leads back to it or to itself. */
  circlesOf(entry: BibtexEntry, waiting: WaitingEntries = new Map()): string[] {
    const straight = new Set<string>();
    const isCircle = (key: string, path: readonly string[]): boolean => {
      if (path.includes(key)) return true;
      if (straight.has(key) || path.length >= LONGEST_CHAIN) return false;
      const fields = this.#parents.get(key) ?? waiting.get(key)?.fields;
      const next = fields ? linksOf({ fields }) : [];
      const leadsBack = next.some((link) => isCircle(link.key, [...path, key]));
      if (!leadsBack) straight.add(key);
      return leadsBack;
    };
    const own = entry.key === undefined ? [] : [lower(entry.key)];
    return linksOf(entry)
      .map(({ key }) => key)
      .filter((key) => isCircle(key, own));
  }

  /** An entry with the fields that it takes from the entries that it refers to. */
  inherit(entry: BibtexEntry): BibtexEntry {
    const fields = new Map(entry.fields);
    const take = (name: string, value: string | undefined) => {
      const isMissing = name === "title" ? !hasTitle(fields) : !fields.has(name);
      if (value !== undefined && isMissing) fields.set(name, value);
    };
    for (const key of keysIn(entry, "xdata"))
      for (const [name, value] of this.#parents.get(key) ?? []) take(name, value);
    for (const key of keysIn(entry, "crossref")) {
      const parent = this.#parents.get(key);
      for (const name of INHERITED) take(name, parent?.get(name));
      // A part of a book that has no title of its own is cited by the book's.
      if (hasTitle(fields)) take("booktitle", parent?.get("title"));
      else take("title", parent?.get("title"));
    }
    return { ...entry, fields };
  }
}
