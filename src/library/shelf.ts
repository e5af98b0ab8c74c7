import { entryName, keptKeys, keyOfEntry } from "./names.ts";
import { comparePlaces, placeBetween } from "./order.ts";
import type { Saved } from "./saved.ts";
import { joinNotes, readEntry, writeEntry } from "./saved.ts";

/** Why the browser kept nothing: it has no room left, or it lets this site keep nothing at all. */
export class NotKept extends Error {
  readonly reason: "full" | "refused";

  constructor(reason: "full" | "refused", cause?: unknown) {
    super(reason === "full" ? "no room left" : "storage refused", { cause });
    this.reason = reason;
  }
}

const isFull = (error: unknown) =>
  error instanceof Error && /quota/iu.test(`${error.name} ${error.message}`);

/** What is kept, in the reader's order; and the keys of entries that cannot be read. */
export interface Kept {
  papers: Saved[];
  broken: string[];
}

/** The reading list, over the browser's storage. */
export type Shelf = ReturnType<typeof openShelf>;

/**
 * Opens the list of the site below `base`. One entry a paper, each read afresh before it is changed: two tabs that change
 * two papers do not undo each other. Whatever writes throws `NotKept` where the browser does not keep it.
 *
 * @param provide gives the storage; may throw, as browsers do that refuse it.
 */
export function openShelf(base: string, provide: () => Storage) {
  const storage = (): Storage => {
    try {
      return provide();
    } catch (error) {
      throw new NotKept("refused", error);
    }
  };

  const get = (key: string): Saved | undefined => {
    const entry = storage().getItem(entryName(base, key));
    return entry === null ? undefined : readEntry(key, entry);
  };

  const put = (saved: Saved): void => {
    const into = storage();
    try {
      into.setItem(entryName(base, saved.key), writeEntry(saved));
    } catch (error) {
      throw new NotKept(isFull(error) ? "full" : "refused", error);
    }
  };

  const list = (): Kept => {
    const read = keptKeys(storage(), base).map((key) => ({ key, saved: get(key) }));
    return {
      papers: read.flatMap(({ saved }) => saved ?? []).sort(comparePlaces),
      broken: read
        .filter(({ saved }) => !saved)
        .map(({ key }) => key)
        .sort(),
    };
  };

  const change = (key: string, fields: Partial<Omit<Saved, "key">>): void => {
    const saved = get(key);
    if (saved) put({ ...saved, ...fields });
  };

  const remove = (key: string): void => {
    storage().removeItem(entryName(base, key));
  };

  return {
    get,
    put,
    list,
    change,
    remove,
    has: (key: string): boolean => storage().getItem(entryName(base, key)) !== null,

    /** The place above everything that is there. */
    top: (): number => placeBetween(undefined, list().papers[0]?.place) ?? 0,

    /** Puts a paper between two others; a missing neighbour is an end of the list. */
    move(key: string, before: string | undefined, after: string | undefined): void {
      const placeOf = (each: string | undefined) =>
        each === undefined ? undefined : get(each)?.place;
      const place = placeBetween(placeOf(before), placeOf(after));
      if (place !== undefined) {
        change(key, { place });
        return;
      }
      const others = list().papers.filter((paper) => paper.key !== key);
      const at = others.findIndex((paper) => paper.key === after);
      const order = others.map((paper) => paper.key);
      order.splice(at === -1 ? order.length : at, 0, key);
      for (const [counted, each] of order.entries()) change(each, { place: counted });
    },

    /** A paper that has another key now: note, progress and place go with it, nothing that is there is lost. */
    rename(from: string, to: string): void {
      const [old, present] = [get(from), get(to)];
      if (!old || from === to) return;
      put({ ...old, ...present, key: to, note: joinNotes(present?.note ?? "", old.note) });
      remove(from);
    },

    /** Whether a name in the storage is that of an entry of this list. */
    owns: (name: string | null): boolean => name === null || keyOfEntry(base, name) !== undefined,
  };
}
