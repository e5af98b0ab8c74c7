import { KEY_PATTERN, baseKey, freeKey } from "../paper/key.ts";
import type { Draft } from "./draft.ts";
import { romanName, romanTitle } from "./romanise.ts";

/** Longer keys break file systems and patience. */
const LONGEST = 80;

/** Names that a path cannot have: of the site's own, and of Windows' devices. */
const RESERVED = /^(?:page|index|con|prn|aux|nul|com\d|lpt\d)$/iu;

/** A source's citation key as a key of ours; undefined where nothing of it could stand. */
export function sanitizeKey(key: string): string | undefined {
  const clean = key
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9._+-]+/giu, "-")
    // `x.bib` is the address of x's BibTeX.
    .replace(/\.(bib|ris|json|md|mdx|html|xml)$/iu, "-$1")
    .replace(/^[^a-z0-9]+|[-.]+$/giu, "")
    .slice(0, LONGEST)
    .replace(/[-.]+$/u, "");
  if (clean === "") return undefined;
  const safe = RESERVED.test(clean) ? `${clean}-paper` : clean;
  return KEY_PATTERN.test(safe) ? safe : undefined;
}

/** The key of a new paper: its source's own if that is asked for, else ours, in ASCII letters; never one that is taken. */
export function keyFor(draft: Draft, keepKeys: boolean, isTaken: (key: string) => boolean): string {
  const own = draft.record.sourceKey;
  const [first] = draft.authors;
  const base = baseKey({
    title: romanTitle(draft.title),
    authors: first ? [{ ...first, family: romanName(first.family) }] : [],
    year: draft.year,
  });
  const kept = keepKeys && own !== undefined ? sanitizeKey(own) : undefined;
  return freeKey(kept ?? sanitizeKey(base) ?? "", isTaken);
}

/** The source's own key as an alias of a paper with another key; undefined where it is taken or adds nothing. */
export function aliasFor(
  sourceKey: string | undefined,
  key: string,
  isTaken: (key: string) => boolean,
): string | undefined {
  const alias = sourceKey === undefined ? undefined : sanitizeKey(sourceKey);
  if (alias === undefined || alias.toLowerCase() === key.toLowerCase() || isTaken(alias))
    return undefined;
  return alias;
}
