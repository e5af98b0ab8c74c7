import { z } from "astro/zod";

/** What one import did to a collection: a line of `content/changes.ndjson`. */
const changeSchema = z
  .object({
    /** When: ISO 8601 in UTC, to the second. */
    at: z.iso.datetime(),
    /** What was imported: names of files, without their folders. */
    sources: z.array(z.string()).default([]),
    /** Keys of new papers. */
    added: z.array(z.string()).default([]),
    /** Papers whose source told something new, and the fields that it was; `body` is the abstract. */
    changed: z.array(z.object({ key: z.string(), fields: z.array(z.string()) })).default([]),
    /** Keys of papers that had been imported and whose entries somebody has taken out since. */
    removed: z.array(z.string()).default([]),
    /** What `removed` was called before. */
    withdrawn: z.array(z.string()).default([]),
  })
  .transform(({ withdrawn, removed, ...others }) => ({
    ...others,
    removed: [...removed, ...withdrawn],
  }));

/** One import's changes, validated. */
export type Change = z.infer<typeof changeSchema>;

/** Beside the papers: one line an import, oldest first. */
export const CHANGES = "changes.ndjson";

/** Reads the changes of a collection; a line that is none (a merge's marks, say) is passed over. */
export function readChanges(text: string): Change[] {
  return text.split("\n").flatMap((line) => {
    try {
      const read = changeSchema.safeParse(JSON.parse(line));
      return read.success ? [read.data] : [];
    } catch {
      return [];
    }
  });
}

/** One import's changes as the line that is appended; lists with nothing in them are left out. */
export function writeChange(change: Change): string {
  const told = Object.entries(change).filter(([, value]) => value.length > 0);
  return `${JSON.stringify(Object.fromEntries(told))}\n`;
}

/**
 * What each import is called in its address, in the order of the list: its moment in digits, `20260102t030405z`; the
 * second of two in one second has `-2` behind it. Lines are only ever appended, so a name stays.
 */
export function changeIds(changes: readonly Pick<Change, "at">[]): string[] {
  const met = new Map<string, number>();
  return changes.map(({ at }) => {
    const id = at
      .toLowerCase()
      .replace(/\.\d+/u, "")
      .replace(/[^\da-z]/gu, "");
    const count = (met.get(id) ?? 0) + 1;
    met.set(id, count);
    return count === 1 ? id : `${id}-${String(count)}`;
  });
}
