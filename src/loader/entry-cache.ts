import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { PaperEntry } from "./read-entry.ts";

/** What is kept of an entry, and the digest of what it was read from. */
interface Kept {
  digest: string;
  entry: PaperEntry;
}

/** Papers of a file, about: what one changed abstract has to write anew. */
const PER_FILE = 1000;

/** The same file for a key, always: FNV-1a (Fowler, Noll & Vo). */
function placeOf(key: string, files: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % files;
}

function readKept(path: string, stamp: string): Map<string, Kept> {
  try {
    const read = deserialize(readFileSync(path)) as { stamp: string; kept: Map<string, Kept> };
    return read.stamp === stamp ? read.kept : new Map<string, Kept>();
  } catch {
    // Not there, or cut short: what it held is read anew.
    return new Map();
  }
}

/**
 * What earlier builds made of entries, on disk, by their keys and digests.
 *
 * @param options.stamp everything beside an entry's source that decides what is made of it.
 * @param options.papers how many there are, about: decides how many files there are.
 */
export function openCache(folder: string, { stamp, papers }: { stamp: string; papers: number }) {
  const files = Math.max(1, 2 ** Math.ceil(Math.log2(papers / PER_FILE)));
  const before = new Map<number, Map<string, Kept>>();
  const now = new Map<number, Map<string, Kept>>();
  const changed = new Set<number>();
  const nameOf = (place: number) => `${String(files)}-${String(place)}.bin`;
  const of = (place: number) => {
    const known = before.get(place) ?? readKept(join(folder, nameOf(place)), stamp);
    before.set(place, known);
    return known;
  };
  const keep = (place: number, key: string, kept: Kept) => {
    const own = now.get(place) ?? new Map<string, Kept>();
    now.set(place, own.set(key, kept));
  };
  return {
    /** What was made of an entry, if its source is still the same. */
    take(key: string, digest: string): PaperEntry | undefined {
      const place = placeOf(key, files);
      const known = of(place).get(key);
      if (known?.digest !== digest) return undefined;
      keep(place, key, known);
      return known.entry;
    },
    put(key: string, kept: Kept): void {
      const place = placeOf(key, files);
      changed.add(place);
      keep(place, key, kept);
    },
    /** Writes what changed; what was neither taken nor put is forgotten. */
    save(): void {
      mkdirSync(folder, { recursive: true });
      const present = new Set(readdirSync(folder));
      for (const [place, kept] of now) {
        const name = nameOf(place);
        const isSame = !changed.has(place) && before.get(place)?.size === kept.size;
        if (!isSame || !present.has(name)) {
          const path = join(folder, name);
          writeFileSync(`${path}.new`, serialize({ stamp, kept }));
          renameSync(`${path}.new`, path);
        }
        present.delete(name);
      }
      for (const name of present) rmSync(join(folder, name), { force: true });
    },
  };
}
