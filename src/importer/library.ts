import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "./digest.ts";
import { identityOf } from "./draft.ts";
import type { EntryData } from "./entry-file.ts";
import { readEntryFile } from "./entry-file.ts";
import { sanitizeKey } from "./keys.ts";
import type { Identity, LedgerLine } from "./ledger.ts";
import { mapSome } from "./map-some.ts";

/** An entry that stands in the content folder. */
export interface Entry {
  key: string;
  /** Its file as it is now. */
  text: string;
  identity: Identity;
  /** Other keys that lead to it. */
  aliases: string[];
  line: LedgerLine | undefined;
}

const lower = (text: string) => text.toLowerCase();

const aliasesOf = (data: EntryData): string[] =>
  Array.isArray(data.aliases) ? data.aliases.filter((alias) => typeof alias === "string") : [];

/** The entries of a content folder, found by any name that a paper goes by. */
export class Library {
  readonly entries = new Map<string, Entry>();
  readonly #byName = new Map<string, Entry>();
  readonly #byTitle = new Map<string, Entry[]>();
  /** Keys and aliases, lower case: file systems and hosts may not tell case apart. */
  readonly #taken = new Set<string>();

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
    for (const name of names) if (!this.#byName.has(name)) this.#byName.set(name, entry);
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
   * The entry of the same paper: by arXiv id, by DOI, by the source's key, else by folded title where the
   * first authors' family names do not differ.
   */
  find(identity: Identity): Entry | undefined {
    const names = [
      ...(identity.arxiv === undefined ? [] : [`arxiv:${identity.arxiv}`]),
      ...(identity.doi === undefined ? [] : [`doi:${identity.doi}`]),
      ...(identity.keys ?? []).map((key) => `key:${lower(key)}`),
    ];
    for (const name of names) {
      const entry = this.#byName.get(name);
      if (entry) return entry;
    }
    return identity.titles
      .flatMap((title) => this.#byTitle.get(title) ?? [])
      .find(
        ({ identity: { family } }) =>
          family === undefined || identity.family === undefined || family === identity.family,
      );
  }
}

/** Reads the entries of a content folder. One that only the importer has written is known from the ledger, unparsed. */
export async function readLibrary(
  contentDir: string,
  ledger: ReadonlyMap<string, LedgerLine>,
): Promise<Library> {
  const folder = join(contentDir, "papers");
  let files: string[];
  try {
    files = (await readdir(folder)).filter((file) => /^[^.].*\.mdx$/u.test(file)).sort();
  } catch {
    files = [];
  }
  const texts = await mapSome(files, (file) => readFile(join(folder, file), "utf8"));
  const library = new Library();
  files.forEach((file, index) => {
    const key = file.slice(0, -".mdx".length);
    const text = texts[index] ?? "";
    const line = ledger.get(key);
    if (line && line.file === digest(text)) {
      const aliases = (line.identity.keys ?? [])
        .map(sanitizeKey)
        .filter((alias) => alias !== undefined);
      library.add({ key, text, line, identity: line.identity, aliases });
      return;
    }
    const data = readEntryFile(text)?.data ?? {};
    const own = identityOf(data);
    const identity = line
      ? { ...line.identity, ...own, titles: [...new Set([...own.titles, ...line.identity.titles])] }
      : own;
    library.add({ key, text, line, identity, aliases: aliasesOf(data) });
  });
  return library;
}
