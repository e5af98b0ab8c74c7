import { foldTitle } from "../fold.ts";

/** Characters of a mark after its `q`: two sentences of one abstract share one once in millions of abstracts. */
const LENGTH = 5;

/**
 * An id for a sentence made of its words alone: `q` and five digits of base 36. It stays when other sentences come, go
 * or change, and when only signs, spaces or capitals of its own do. FNV-1a, 32 bits, over the folded letters and digits
 * (Fowler, Noll, Vo; draft-eastlake-fnv).
 */
export function markOf(sentence: string): string {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(foldTitle(sentence)))
    hash = Math.imul(hash ^ unit, 0x01000193);
  return `q${((hash >>> 0) % 36 ** LENGTH).toString(36).padStart(LENGTH, "0")}`;
}
