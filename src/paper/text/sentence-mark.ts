import { fnv1a } from "../fnv.ts";
import { bareLetters } from "../fold.ts";

/** Characters of a mark after its `q`: two sentences of one abstract share one once in millions of abstracts. */
const LENGTH = 5;

/**
 * An id for a sentence made of its words alone: `q` and five digits of base 36. It stays when other sentences come, go
 * or change, and when only signs, spaces or capitals of its own do. FNV-1a over the folded letters and digits.
 */
export function markOf(sentence: string): string {
  const hash = fnv1a(bareLetters(sentence));
  return `q${(hash % 36 ** LENGTH).toString(36).padStart(LENGTH, "0")}`;
}
