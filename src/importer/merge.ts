import { digest, digestValue } from "./digest.ts";
import type { EntryData, Field } from "./entry-file.ts";
import { FIELDS, editEntry, readEntryFile, writeEntry } from "./entry-file.ts";
import type { Identity, Judgement, LedgerLine } from "./ledger.ts";
import { tidyLine } from "./ledger.ts";
import type { PartChange, PartKept } from "./steps.ts";
import { tellable } from "./versions.ts";

/** What becomes of an entry that stands already when its source comes again. */
export interface Merge {
  /** The file's new text; undefined where it stays as it is. */
  text?: string;
  line: LedgerLine;
  /** What a person changed and the source has otherwise: it stays. */
  kept: PartKept[];
  /** What of it changes. */
  changed: PartChange[];
}

/** Fields that no source tells: the suggester's first word on them is not worth a report. */
const CURATED: readonly Field[] = ["topics", "tags", "aliases"];

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/**
 * Merges field by field, three ways: a field that still reads as the importer wrote it follows its source;
 * one that a person changed stays. What the source no longer tells stays too. Without a ledger line a field
 * is the importer's only if it reads just as the importer would write it. Undefined: the file is no entry.
 */
export function mergeEntry(
  key: string,
  present: string,
  incoming: { data: EntryData; body: string; identity: Identity; newAliases: readonly string[] },
  line: LedgerLine | undefined,
): Merge | undefined {
  // A checkout may have turned line ends around: that is nobody's edit.
  const file = readEntryFile(present.replaceAll("\r\n", "\n"));
  if (!file) return undefined;
  const fields: LedgerLine["fields"] = { ...line?.fields };
  const changes: EntryData = {};
  const kept: PartKept[] = [];
  const offered = tellable(incoming, file, line);
  for (const field of FIELDS) {
    const next =
      field === "aliases" ? aliasesOf(file.data, incoming.newAliases) : offered.data[field];
    if (isEmpty(next)) continue;
    const now = digestValue(file.data[field]);
    const then = digestValue(next);
    if (now === then) {
      if (then !== undefined) fields[field] = then;
      continue;
    }
    const isOurs = line ? now === line.fields[field] : false;
    const isCurated = CURATED.includes(field);
    // Topics and tags are suggested once: later suggestions only fill what is still empty.
    if (isOurs && (!isCurated || field === "aliases" || now === undefined)) {
      changes[field] = next;
      if (then !== undefined) fields[field] = then;
    } else if (now !== line?.fields[field]) {
      const isConflict = line?.fields[field] !== undefined && line.fields[field] !== then;
      if (!isCurated || isConflict)
        kept.push({ field, here: file.data[field], there: next, isConflict });
      // What the source says now has been told: only another change of it is news.
      if (isConflict && then !== undefined) fields[field] = then;
    }
  }
  const bodyNow = digest(file.body);
  const bodyNext = digest(offered.body);
  let body = line?.body;
  let newBody: string | undefined;
  if (bodyNow === bodyNext) body = bodyNext;
  else if (offered.body !== "") {
    const isConflict = line?.body !== undefined && line.body !== bodyNext;
    if (line && bodyNow === line.body) newBody = offered.body;
    else kept.push({ field: "body", here: file.body, there: offered.body, isConflict });
    if (newBody !== undefined || isConflict) body = bodyNext;
  }
  const wasUntouched = line?.file !== undefined && line.file === digest(present);
  const isChanged = newBody !== undefined || Object.keys(changes).length > 0;
  const text = !isChanged
    ? present
    : wasUntouched
      ? writeEntry({ data: { ...file.data, ...changes }, body: newBody ?? file.body })
      : editEntry(present, changes, newBody);
  const isAllOurs =
    wasUntouched || (!line && kept.length === 0 && text === writeAll(file, changes));
  return {
    ...(text === present ? {} : { text }),
    line: tidyLine({
      key,
      ...(isAllOurs ? { file: digest(text) } : {}),
      fields: inOrder(fields),
      ...(body === undefined ? {} : { body }),
      identity: mergeIdentity(line?.identity, incoming.identity),
      // Of an entry that reads just as the importer would write it, the lists are its guesses, too.
      suggested: {
        ...(!line && isAllOurs ? suggestedIn(file.data) : line?.suggested),
        ...suggestedIn(changes),
      },
      ...(line?.refused ? { refused: line.refused } : {}),
    }),
    kept,
    changed: [
      ...FIELDS.filter((field) => field in changes).map((field) => {
        return { field, before: file.data[field], after: changes[field] };
      }),
      ...(newBody === undefined
        ? []
        : [{ field: "body" as const, before: file.body, after: newBody }]),
    ],
  };
}

const writeAll = (file: { data: EntryData; body: string }, changes: EntryData) =>
  writeEntry({ data: { ...file.data, ...changes }, body: file.body });

/** Topics and tags that come from the suggester: an import has no other. */
const suggestedIn = ({ topics, tags }: EntryData): Judgement => ({
  ...(Array.isArray(topics) ? { topics: topics as string[] } : {}),
  ...(Array.isArray(tags) ? { tags: tags as string[] } : {}),
});

/** Digests in the order of the fields; what has none is left out. */
export function inOrder(fields: Partial<Record<Field, string | undefined>>): LedgerLine["fields"] {
  const ordered: LedgerLine["fields"] = {};
  for (const field of FIELDS) if (fields[field] !== undefined) ordered[field] = fields[field];
  return ordered;
}

/** An entry's aliases with those that it gets; none where it gets none. */
const aliasesOf = (data: EntryData, more: readonly string[]): unknown[] =>
  more.length === 0
    ? []
    : [...(Array.isArray(data.aliases) ? (data.aliases as unknown[]) : []), ...more];

const MOST_NAMES = 8;

/** A paper keeps the names by which it was ever known: a source may come again in an older form. */
function mergeIdentity(before: Identity | undefined, after: Identity): Identity {
  if (!before) return after;
  const union = (a: readonly string[] = [], b: readonly string[] = []) =>
    [...new Set([...a, ...b])].slice(0, MOST_NAMES);
  const keys = union(before.keys, after.keys);
  const sources = union(before.sources, after.sources);
  return {
    titles: union(after.titles, before.titles),
    ...pick("family", after.family ?? before.family),
    ...pick("arxiv", after.arxiv ?? before.arxiv),
    ...pick("doi", after.doi ?? before.doi),
    ...(keys.length > 0 ? { keys } : {}),
    ...(sources.length > 0 ? { sources } : {}),
  };
}

const pick = (name: "family" | "arxiv" | "doi", value: string | undefined) =>
  value === undefined ? {} : { [name]: value };

/** The ledger's line of an entry that the importer has just written. */
export function newLine(
  key: string,
  text: string,
  data: EntryData,
  body: string,
  identity: Identity,
): LedgerLine {
  const fields: LedgerLine["fields"] = {};
  for (const field of FIELDS) {
    const value = digestValue(data[field]);
    if (value !== undefined) fields[field] = value;
  }
  const suggested = suggestedIn(data);
  return tidyLine({ key, file: digest(text), fields, body: digest(body), identity, suggested });
}
