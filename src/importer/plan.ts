import type { SourceRecord } from "../formats/record.ts";
import type { Known } from "../paper/known.ts";
import type { Problem } from "../paper/problem.ts";
import { withoutClaimed } from "./claimed.ts";
import { combine, listConflicts } from "./combine.ts";
import { Doubles } from "./doubles.ts";
import type { Draft } from "./draft.ts";
import { makeDraft } from "./draft.ts";
import type { EntryData } from "./entry-file.ts";
import { writeEntry } from "./entry-file.ts";
import { aliasFor, exactKeys, keyFor, tellOtherKey } from "./keys.ts";
import type { LedgerLine } from "./ledger.ts";
import { shelvedLedger } from "./ledger.ts";
import type { Entry, Library } from "./library.ts";
import { isStill } from "./library.ts";
import { tellKept } from "./kept.ts";
import { draftShelf, ShelvedDraft } from "./draft-shelf.ts";
import { mergeEntry, newLine } from "./merge.ts";
import type { Watch } from "./progress.ts";
import { UNWATCHED } from "./progress.ts";
import type { ShelvedMap } from "./shelf.ts";
import { shelvedTexts } from "./shelf.ts";
import type { Step } from "./steps.ts";

/** What an import would do: nothing is written yet. */
export interface Plan {
  /** Files to write: key to text. */
  files: ShelvedMap<string>;
  ledger: ShelvedMap<LedgerLine>;
  added: string[];
  /** Papers whose entry changes, and the fields that do. */
  changed: { key: string; fields: string[] }[];
  unchanged: string[];
  /** Keys that had been imported and whose entries somebody has taken out. */
  removed: string[];
  /** Records that became nothing: refused, or the same as another. */
  skipped: number;
  /** All of this as it is shown, paper by paper, where that is asked for. */
  steps?: Step[];
  /** Whether any record was refused. */
  problems: Problem[];
}

export interface PlanOptions {
  keepKeys: boolean;
  /** Who is who, and which venue is which. */
  known: Known;
  /** The year of the import. */
  year: number;
  /** How a paper's file is called in reports. */
  fileName: (key: string) => string;
  /** Hears how far it is. */
  watch?: Watch;
  /** Whether `steps` is wanted: both values of every change are kept for it. */
  wantsSteps?: boolean;
  /** First topics and tags of the drafts, in their order. */
  suggestAll: (drafts: readonly Draft[]) => { topics: string[]; tags: string[] }[];
}

/** Drafts of all records, doubled ones left out and named. */
function draftAll(
  records: Iterable<SourceRecord>,
  plan: Plan,
  watch: Watch,
  library: Library,
  { known, year }: PlanOptions,
): Draft[] {
  // What an earlier import made one stays one, though its records have come to differ.
  const ofEntry = new Map<string, ShelvedDraft>();
  const doubles = new Doubles<ShelvedDraft>(known.people);
  const shelf = draftShelf();
  const drafts: Draft[] = [];
  for (const record of records) {
    watch.advance();
    const { draft: whole, problems } = makeDraft(record, known, year);
    plan.problems.push(...problems);
    if (!whole) {
      plan.skipped += 1;
      continue;
    }
    const draft = unclaimed(whole, { doubles, library }, plan, known);
    const joined = library.joined(draft);
    const first = joined && ofEntry.get(joined.key);
    const isOne = joined && first && isStill(draft, joined, first);
    const earlier = doubles.find(draft) ?? (isOne ? first : undefined);
    if (earlier) {
      plan.skipped += 1;
      plan.problems.push(tellDouble(draft, earlier));
      join(earlier, draft, known);
      doubles.remember(earlier);
    } else {
      const kept = new ShelvedDraft(shelf, draft);
      drafts.push(kept);
      if (joined && !first) ofEntry.set(joined.key, kept);
      const namesake = doubles.namesake(draft);
      // Within a file the reader has told it.
      if (namesake && namesake.record.source !== record.source)
        plan.problems.push(tellNamesake(draft, namesake));
      doubles.remember(kept);
    }
  }
  return drafts;
}

/** A draft without the identifiers of other papers, which is told. */
function unclaimed(
  draft: Draft,
  others: { doubles: Doubles<ShelvedDraft>; library: Library },
  plan: Plan,
  known: Known,
): Draft {
  const { record, problems } = withoutClaimed(draft, others);
  plan.problems.push(...problems);
  return problems.length === 0 ? draft : (makeDraft(record, known).draft ?? draft);
}

/** Gives a draft what another record of the same paper knows; nothing that the other was called is lost. */
function join(draft: ShelvedDraft, other: Draft, known: Known): void {
  const { draft: joined } = makeDraft(combine(draft.record, other.record), known);
  if (!joined) return;
  const titles = [...new Set([...draft.identity.titles, ...other.identity.titles])];
  draft.become({ ...joined, identity: { ...joined.identity, titles } });
}

const placeOf = ({ record }: Draft) => `${record.source}:${String(record.line)}`;

function tellDouble({ record, title }: Draft, earlier: Draft): Problem {
  const conflicts = listConflicts(record, earlier.record);
  const differing = conflicts.length === 0 ? "" : `; here ${conflicts.join("; here ")}`;
  return {
    code: "doubled-record",
    severity: "warning",
    source: record.source,
    line: record.line,
    message: `"${title.slice(0, 120)}" is the same paper as ${placeOf(earlier)}: they become one${differing}`,
    hint: "remove one of the two",
  };
}

const tellNamesake = ({ record }: Draft, earlier: Draft): Problem => ({
  code: "duplicate-key",
  severity: "warning",
  source: record.source,
  line: record.line,
  message: `the key ${record.sourceKey ?? ""} is also that of another paper, "${earlier.title.slice(0, 80)}" (${placeOf(earlier)}): both are imported`,
  hint: "give one of the two another key",
});

function addPaper(
  draft: Draft,
  data: EntryData,
  library: Library,
  keepKeys: boolean,
  isTaken: (key: string) => boolean,
  plan: Plan,
): void {
  const key = keyFor(draft, keepKeys, isTaken);
  library.take(key);
  const other = keepKeys ? tellOtherKey(draft, key) : undefined;
  if (other) plan.problems.push(other);
  const aliases: string[] = [];
  for (const own of draft.identity.keys ?? []) {
    const alias = aliasFor(own, key, isTaken);
    if (alias === undefined) continue;
    library.take(alias);
    aliases.push(alias);
  }
  const full = aliases.length === 0 ? data : { ...data, aliases };
  const text = writeEntry({ data: full, body: draft.body });
  plan.files.set(key, text);
  plan.ledger.set(key, newLine(key, text, full, draft.body, draft.identity));
  plan.added.push(key);
  const { topics = [], tags = [] } = data as { topics?: string[]; tags?: string[] };
  plan.steps?.push({ kind: "added", key, title: draft.title, topics, tags });
  plan.problems.push(...draft.repairs);
}

function updatePaper(
  draft: Draft,
  data: EntryData,
  entry: Entry,
  library: Library,
  isTaken: (key: string) => boolean,
  plan: Plan,
  file: string,
): void {
  const newAliases: string[] = [];
  for (const own of draft.identity.keys ?? []) {
    const alias = aliasFor(own, entry.key, isTaken);
    if (alias === undefined) continue;
    library.take(alias);
    newAliases.push(alias);
  }
  const incoming = { data, body: draft.body, identity: draft.identity, newAliases };
  const merge = mergeEntry(entry.key, entry.text, incoming, entry.line);
  if (!merge) {
    plan.skipped += 1;
    plan.problems.push({
      code: "unreadable-entry",
      severity: "warning",
      source: file,
      message: "its frontmatter cannot be read, so it is left as it is",
      hint: "npm run check says what is wrong with it",
    });
    return;
  }
  plan.ledger.set(entry.key, merge.line);
  if (merge.text === undefined) plan.unchanged.push(entry.key);
  else {
    plan.files.set(entry.key, merge.text);
    plan.changed.push({ key: entry.key, fields: merge.changed.map(({ field }) => field) });
    const { key } = entry;
    plan.steps?.push({ kind: "updated", key, title: draft.title, changes: merge.changed });
    plan.problems.push(...draft.repairs);
  }
  if (merge.kept.length > 0)
    plan.steps?.push({
      ...{ kind: "kept", key: entry.key, title: draft.title, file },
      parts: merge.kept,
    });
  plan.problems.push(...merge.kept.map((kept) => tellKept(kept, draft, entry.text, file)));
}

/** Decides what becomes of every record. */
export function makePlan(
  records: Iterable<SourceRecord>,
  library: Library,
  ledger: ReadonlyMap<string, LedgerLine>,
  options: PlanOptions,
): Plan {
  const plan: Plan = {
    files: shelvedTexts(),
    ledger: shelvedLedger(),
    added: [],
    changed: [],
    unchanged: [],
    removed: [],
    skipped: 0,
    ...(options.wantsSteps === true ? { steps: [] } : {}),
    problems: [],
  };
  // A line whose file is gone is no longer of use: the paper was deleted, or has another key.
  for (const [key, line] of ledger) {
    if (library.entries.has(key)) plan.ledger.set(key, line);
    else if (!library.knows(line.identity)) {
      plan.removed.push(key);
      plan.steps?.push({ kind: "removed", key });
    }
  }
  const { watch = UNWATCHED } = options;
  const drafts = draftAll(records, plan, watch, library, options);
  const suggested = options.suggestAll(drafts);
  watch.begin("comparing with what is there", drafts.length);
  const met = new Set<string>();
  const exact = options.keepKeys ? exactKeys(drafts) : new Map<string, Draft>();
  drafts.forEach((draft, index) => {
    watch.advance();
    const isTaken = (key: string) =>
      library.isTaken(key) || (exact.get(key.toLowerCase()) ?? draft) !== draft;
    const { topics = [], tags = [] } = suggested[index] ?? {};
    const entry = library.find(draft, met);
    const refused = entry?.line?.refused;
    const data: EntryData = {
      ...draft.data,
      topics: topics.filter((name) => refused?.topics?.includes(name) !== true),
      tags: tags.filter((name) => refused?.tags?.includes(name) !== true),
    };
    if (entry) {
      met.add(entry.key);
      updatePaper(draft, data, entry, library, isTaken, plan, options.fileName(entry.key));
    } else addPaper(draft, data, library, options.keepKeys, isTaken, plan);
  });
  return plan;
}
