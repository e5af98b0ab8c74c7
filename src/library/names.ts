/** What the entries of the reading list are called in the browser's storage: sites at other base paths have their own. */

const prefix = (base: string) => `reading-list:${base}:`;

/** The name under which a paper is kept. */
export const entryName = (base: string, key: string): string => prefix(base) + key;

/** The key of the paper that an entry keeps; undefined for what is no entry of this list. */
export const keyOfEntry = (base: string, name: string): string | undefined =>
  name.startsWith(prefix(base)) && name.length > prefix(base).length
    ? name.slice(prefix(base).length)
    : undefined;

/** Keys of all papers kept, in no order that means anything. Throws where the browser refuses storage. */
export function keptKeys(storage: Storage, base: string): string[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "")
    .map((name) => keyOfEntry(base, name))
    .filter((key) => key !== undefined);
}

/** The event that a page sends to itself when it changed the list; other tabs hear of it from the browser. */
export const CHANGED = "reading-list";
