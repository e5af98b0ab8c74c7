import { FILE_ENDING, KEY_PATTERN, RESERVED_KEY, baseKey, freeKey } from "../paper/key.ts";
import type { Problem } from "../paper/problem.ts";
import type { Draft } from "./draft.ts";
import { romanKey, romanName, romanTitle } from "./romanise.ts";

/** Longer keys break file systems and patience. */
const LONGEST = 80;

/** A source's citation key as a key of ours; undefined where nothing of it could stand. */
export function sanitizeKey(key: string): string | undefined {
  const clean = romanKey(key)
    .replace(/[^a-z0-9._+-]+/giu, "-")
    .replace(FILE_ENDING, "-$1")
    .replace(/^[^a-z0-9]+|[-.]+$/giu, "")
    .slice(0, LONGEST)
    .replace(/[-.]+$/u, "");
  if (clean === "") return undefined;
  const safe = RESERVED_KEY.test(clean) ? `${clean}-paper` : clean;
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

/** The sources' own keys that can be keys as they are, with the first draft that has each: nothing else may take them. */
export function exactKeys<D extends Pick<Draft, "identity">>(
  drafts: readonly D[],
): ReadonlyMap<string, D> {
  const exact = new Map<string, D>();
  for (const draft of drafts) {
    const [own] = draft.identity.keys ?? [];
    if (own === undefined || sanitizeKey(own) !== own || exact.has(own.toLowerCase())) continue;
    exact.set(own.toLowerCase(), draft);
  }
  return exact;
}

/** That a paper did not get the key that its source has, though that was asked for; undefined where it did. */
export function tellOtherKey({ record, title }: Draft, key: string): Problem | undefined {
  const own = record.sourceKey ?? record.vagueKey;
  if (own === undefined) return undefined;
  const wanted = record.sourceKey === undefined ? undefined : sanitizeKey(own);
  if (wanted === key) return undefined;
  const why =
    record.sourceKey === undefined
      ? "may be that of any other paper"
      : wanted === undefined
        ? "has nothing that can stand in an address"
        : `would be ${wanted}, which is another paper's`;
  return {
    code: "other-key",
    severity: "warning",
    source: record.source,
    line: record.line,
    message: `the key "${own.slice(0, 80)}" ${why}: "${title.slice(0, 80)}" becomes ${key}`,
    hint: "give it a key of letters and digits that no other paper has",
  };
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
