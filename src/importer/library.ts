import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseDate } from "../paper/dates.ts";
import { fold } from "../paper/fold.ts";
import type { KnownPeople } from "../paper/known-people.ts";
import type { Person } from "../paper/people.ts";
import type { AuthorField } from "./authors.ts";
import { personOf } from "./authors.ts";
import type { Holder } from "./claimed.ts";
import { nameWords } from "./claimed.ts";
import { digest, digestValue } from "./digest.ts";
import {
  authorsOf,
  canBeOne,
  isNear,
  isOther,
  isSameTitled,
  isUnsure,
  isVersion,
} from "./doubles.ts";
import type { Draft } from "./draft.ts";
import { identityOf } from "./draft.ts";
import type { EntryData } from "./entry-file.ts";
import { readEntryFile } from "./entry-file.ts";
import { hasPlace } from "./issues.ts";
import { sanitizeKey } from "./keys.ts";
import type { Identity, LedgerLine } from "./ledger.ts";
import type { Telling } from "./likeness.ts";
import { isAlike, isRevised } from "./likeness.ts";
import { mapSome } from "./map-some.ts";
import { shelvedTexts } from "./shelf.ts";

/** An entry that stands in the content folder. */
export interface Entry {
  key: string;
  /** Its file as it is now. */
  readonly text: string;
  identity: Identity;
  /** Who it was when it was imported, where somebody has edited it since. */
  imported?: Identity;
  /** Other keys that lead to it. */
  aliases: string[];
  line: LedgerLine | undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** Whether a record cannot be an entry's paper, neither as it was imported nor as somebody has corrected it. */
const isOtherThan = ({ identity, imported }: Entry, record: Identity, people: KnownPeople) =>
  isOther(record, identity, people) && (!imported || isOther(record, imported, people));

const lower = (text: string) => text.toLowerCase();

const aliasesOf = (data: EntryData): string[] =>
  Array.isArray(data.aliases) ? data.aliases.filter((alias) => typeof alias === "string") : [];

/** The entries of a content folder, found by any name that a paper goes by. */
export class Library {
  readonly people: KnownPeople;
  readonly entries = new Map<string, Entry>();
  readonly #byName = new Map<string, Entry[]>();
  readonly #byTitle = new Map<string, Entry[]>();
  readonly #byFamily = new Map<string, Entry[]>();
  readonly #told = new Map<Entry, ReturnType<typeof told>>();
  /** Keys and aliases, lower case: file systems and hosts may not tell case apart. */
  readonly #taken = new Set<string>();

  constructor(people: KnownPeople) {
    this.people = people;
  }

  add(entry: Entry): void {
    this.entries.set(entry.key, entry);
    this.take(entry.key);
    const { identity } = entry;
    const names = [
      ...(identity.arxiv === undefined ? [] : [`arxiv:${identity.arxiv}`]),
      ...(identity.doi === undefined ? [] : [`doi:${identity.doi}`]),
      ...[entry.key, ...entry.aliases, ...(identity.keys ?? [])].map((key) => `key:${lower(key)}`),
    ];
    for (const alias of entry.aliases) this.take(alias);
    const family = identity.family ?? "";
    const kin = this.#byFamily.get(family);
    if (kin) kin.push(entry);
    else this.#byFamily.set(family, [entry]);
    for (const name of new Set(names))
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), entry]);
    for (const title of identity.titles)
      this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), entry]);
  }

  take(key: string): void {
    this.#taken.add(lower(key));
  }

  isTaken(key: string): boolean {
    return this.#taken.has(lower(key));
  }

  /**
   * The entry of the same paper: by arXiv id or DOI; by the source's key together with title, authors or text;
   * by folded title where first authors do not differ and, under another key, the text is a version of the same.
   * One that is another record's already in this run is passed over.
   */
  find(draft: Draft, met: ReadonlySet<string> = NONE): Entry | undefined {
    const { identity } = draft;
    const byId = [
      ...(identity.arxiv === undefined ? [] : [`arxiv:${identity.arxiv}`]),
      ...(identity.doi === undefined ? [] : [`doi:${identity.doi}`]),
    ].flatMap((name) => this.#named(name, met));
    const keyed = (identity.keys ?? []).flatMap((key) => this.#named(`key:${lower(key)}`, met));
    const titled = identity.titles
      .flatMap((title) => this.#byTitle.get(title) ?? [])
      .filter((entry) => !met.has(entry.key) && !isOtherThan(entry, identity, this.people));
    return (
      byId[0] ??
      keyed.find((entry) => titled.includes(entry)) ??
      titled.find(
        (entry) => (!isUnsure(draft) || isSameTitled(draft, told(entry))) && isByKey(draft, entry),
      ) ??
      keyed.find((entry) => isSameByKey(draft, entry, this.people)) ??
      this.#findRevised(draft, met)
    );
  }

  /** The entries that have an identifier, as in `doi:10.1/x`. */
  holders(name: string): Holder[] {
    return this.#named(name, NONE).map((entry) => ({
      identity: entry.identity,
      place: entry.key,
      tell: () => {
        const { people, ...said } = told(entry);
        return { ...said, names: nameWords(people) };
      },
    }));
  }

  #named(name: string, met: ReadonlySet<string>): Entry[] {
    return this.#byName.get(name)?.filter((entry) => !met.has(entry.key)) ?? [];
  }

  /** The entry that an earlier import has made of this record and of others of its source. */
  joined(draft: Draft): Entry | undefined {
    const { keys = [], sources = [] } = draft.identity;
    const entry = keys
      .flatMap((key) => this.#named(`key:${lower(key)}`, NONE))
      .find(({ line }) => {
        const known = line?.identity.keys ?? [];
        return (
          known.length > 1 &&
          keys.some((key) => known.includes(key)) &&
          sources.some((source) => line?.identity.sources?.includes(source))
        );
      });
    return entry && this.find(draft) === entry ? entry : undefined;
  }

  /** The entry by the same people whose title has changed: only those whose first author it can be are read. */
  #findRevised(draft: Draft, met: ReadonlySet<string>): Entry | undefined {
    const [authors] = authorsOf(draft);
    const { identity } = draft;
    if (authors === undefined) return undefined;
    return this.#byFamily.get(identity.family ?? "")?.find((entry) => {
      if (met.has(entry.key) || isOtherThan(entry, identity, this.people)) return false;
      const known = this.#told.get(entry) ?? told(entry);
      this.#told.set(entry, known);
      return (
        known.families === authors &&
        isNear(draft.year, known.year) &&
        isRevised(draft, known) &&
        canBeOne(draft, known)
      );
    });
  }

  /** Whether a paper that was imported stands under another name. */
  knows({ arxiv, doi, keys = [], titles }: Identity): boolean {
    const names = [
      `arxiv:${arxiv ?? ""}`,
      `doi:${doi ?? ""}`,
      ...keys.map((key) => `key:${lower(key)}`),
    ];
    return (
      names.some((name) => this.#byName.has(name)) ||
      titles.some((title) => this.#byTitle.has(title))
    );
  }
}

/** Whether a record is still the paper that an entry was made of, beside another record that is: its key alone may be another's. */
export const isStill = (draft: Draft, { identity, text }: Entry, other: Draft): boolean =>
  !isUnsure(draft) &&
  canBeOne(draft, other) &&
  ((draft.identity.arxiv !== undefined && draft.identity.arxiv === identity.arxiv) ||
    (draft.identity.doi !== undefined && draft.identity.doi === identity.doi) ||
    draft.identity.titles.some((title) => identity.titles.includes(title)) ||
    isAlike(draft, told({ text })));

/** What the keys of a record and of an entry of one title say; an entry is read only where they leave it open. */
function isByKey(draft: Draft, entry: Entry): boolean {
  const keys = draft.identity.keys ?? [];
  const known = new Set((entry.identity.keys ?? []).map(lower));
  if (keys.some((key) => known.has(lower(key)))) return true;
  if (keys.length > 0 && known.size > 0) return isVersion(draft, told(entry));
  return !hasPlace(draft.data) || canBeOne(draft, told(entry));
}

/** What an entry says, as far as comparing needs it. */
function told({ text }: Pick<Entry, "text">): Telling & {
  year: number | undefined;
  people: Person[];
  families: string;
  data: EntryData;
} {
  const { data, body } = readEntryFile(text) ?? { data: {}, body: "" };
  const title = typeof data.title === "string" ? data.title : "";
  const authors = Array.isArray(data.authors) ? (data.authors as AuthorField[]) : [];
  const people = authors.map(personOf);
  const families = people.map(({ family }) => fold(family)).join("\n");
  return {
    title,
    abstract: body,
    year: parseDate(String(data.date))?.year,
    people,
    families,
    data,
  };
}

/**
 * A key alone is weak: files of two people have the same key for different papers. In one file it is the paper's
 * name; elsewhere title or abstract must be versions of one text. Where a person has rewritten the title, the
 * authors tell.
 */
function isSameByKey(draft: Draft, entry: Entry, people: KnownPeople): boolean {
  if (isOtherThan(entry, draft.identity, people)) return false;
  const entryTold = told(entry);
  if (isAlike(draft, entryTold)) return true;
  const sources = draft.identity.sources ?? [];
  const isSameFile = sources.some((source) => entry.identity.sources?.includes(source));
  const isRewritten = digestValue(entryTold.data.title) !== entry.line?.fields.title;
  const families = draft.authors.map(({ family }) => fold(family)).join("\n");
  return (isSameFile || isRewritten) && families === entryTold.families;
}

/** Reads the entries of a content folder. One that only the importer has written is known from the ledger, unparsed. */
export async function readLibrary(
  contentDir: string,
  ledger: ReadonlyMap<string, LedgerLine>,
  people: KnownPeople,
): Promise<Library> {
  const folder = join(contentDir, "papers");
  let files: string[];
  try {
    files = (await readdir(folder)).filter((file) => /^[^.].*\.mdx$/u.test(file)).sort();
  } catch {
    files = [];
  }
  const texts = shelvedTexts();
  const keyOf = (file: string) => file.slice(0, -".mdx".length);
  const digests = await mapSome(files, async (file) => {
    const text = await readFile(join(folder, file), "utf8");
    texts.set(keyOf(file), text);
    return digest(text);
  });
  const library = new Library(people);
  files.forEach((file, index) => {
    const key = keyOf(file);
    const add = (entry: Omit<Entry, "key" | "text">) => {
      library.add({
        ...entry,
        key,
        get text() {
          return texts.get(key) ?? "";
        },
      });
    };
    const line = ledger.get(key);
    if (line && line.file === digests[index]) {
      const aliases = (line.identity.keys ?? [])
        .map(sanitizeKey)
        .filter((alias) => alias !== undefined);
      add({ line, identity: line.identity, aliases });
      return;
    }
    const data = readEntryFile(texts.get(key) ?? "")?.data ?? {};
    const own = identityOf(data);
    const identity = line
      ? { ...line.identity, ...own, titles: [...new Set([...own.titles, ...line.identity.titles])] }
      : own;
    const imported = line ? { imported: line.identity } : {};
    add({ line, identity, ...imported, aliases: aliasesOf(data) });
  });
  return library;
}
