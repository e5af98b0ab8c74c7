import { access, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { REGISTRY } from "../addresses/registry.ts";
import type { ReadOptions } from "../formats/reader.ts";
import { CHANGES, changeIds, readChanges, writeChange } from "../paper/changes.ts";
import type { Problem } from "../paper/problem.ts";
import { compareProblems } from "../paper/problem.ts";
import { digest } from "./digest.ts";
import { tagsOfKeywords } from "./keyword-tags.ts";
import { LEDGER, readLedger, writeLedger } from "./ledger.ts";
import { readKnown } from "./read-known.ts";
import { readLibrary } from "./library.ts";
import type { Plan } from "./plan.ts";
import { makePlan } from "./plan.ts";
import type { Watch } from "./progress.ts";
import { UNWATCHED } from "./progress.ts";
import type { Input, Records } from "./read-records.ts";
import { readRecords } from "./read-records.ts";
import { extendAddresses } from "./record-addresses.ts";
import { chooseStarter, writeVocabulary } from "./starter.ts";
import type { Recovery, Write } from "./store/journal.ts";
import { isUnfinished, planWrite, recover, writeAll } from "./store/journal.ts";
import { ImportRunning, withLock } from "./store/lock.ts";
import type { Step } from "./steps.ts";
import { suggest } from "./suggest.ts";
import type { Worded } from "./unplaced-keywords.ts";
import { UnplacedKeywords } from "./unplaced-keywords.ts";
import { readVocabulary } from "./vocabulary.ts";

/** What to import, and into what. Paths are absolute. */
export interface ImportOptions {
  inputs: Input[];
  metadata?: Input;
  /** What is told about the inputs: names of columns. */
  read?: ReadOptions;
  contentDir: string;
  /** Whose vocabulary a folder without one starts from. */
  starterDir: string;
  keepKeys: boolean;
  dryRun: boolean;
  /** When the import happens, for the list of changes: ISO 8601 in UTC, to the second. */
  at: string;
  /** How a file is called in reports. */
  display: (path: string) => string;
  /** Hears how far it is. */
  watch?: Watch;
  /** Whether somebody asks what became of each paper: old and new texts are kept in memory then. */
  wantsSteps?: boolean;
}

/** What an import did: counts of papers, records that became nothing, and all that is to be said. */
export interface ImportReport {
  added: number;
  updated: number;
  unchanged: number;
  skipped: number;
  problems: Problem[];
}

/** What could not be read at all counts as wrong use. */
export interface ImportResult {
  report: ImportReport;
  /** What it did, or would do, paper by paper. */
  steps: Step[];
  isMissingInput: boolean;
}

/** Imports: reads, plans, writes, and tells what it did. Nothing is written on a dry run. */
export async function runImport(options: ImportOptions): Promise<ImportResult> {
  const { watch = UNWATCHED } = options;
  try {
    const read = await readRecords(options.inputs, options.metadata, options.read, watch);
    const { isMissingInput } = read;
    try {
      const done = options.dryRun
        ? await rehearse(read, options)
        : await withLock(options.contentDir, () => perform(read, options));
      return { ...done, isMissingInput };
    } catch (error) {
      if (!(error instanceof ImportRunning)) throw error;
      return { report: refused(read, error, options), steps: [], isMissingInput };
    }
  } finally {
    watch.end();
  }
}

type Done = Pick<ImportResult, "report" | "steps">;

async function rehearse(read: Records, options: ImportOptions): Promise<Done> {
  const { plan, problems } = await prepare(read, options);
  if (await isUnfinished(options.contentDir))
    problems.push({
      code: "unfinished-import",
      severity: "warning",
      source: options.display(options.contentDir),
      message: "an import was interrupted here: the next one completes it first",
      hint: "what is told here may differ then",
    });
  return { report: reportOf(plan, problems), steps: plan.steps ?? [] };
}

async function perform(read: Records, options: ImportOptions): Promise<Done> {
  const recovered = await recover(options.contentDir);
  const { plan, problems, writes } = await prepare(read, options);
  const { watch = UNWATCHED } = options;
  watch.begin("writing", writes.length);
  const left = await writeAll(options.contentDir, writes, () => {
    watch.advance();
  });
  problems.push(
    ...tellRecovery(recovered, options),
    ...left.map((path) => tellLeft(path, options)),
  );
  return { report: reportOf(plan, problems), steps: plan.steps ?? [] };
}

/** Reads what stands in the content folder and decides on every file that is to be written. */
async function prepare({ records, problems: found }: Records, options: ImportOptions) {
  const { contentDir } = options;
  const ledger = await readLedger(contentDir);
  const { known, problems: unclear } = await readKnown(contentDir, options.display);
  const library = await readLibrary(contentDir, ledger, known.people);
  const own = await readVocabulary(contentDir);
  const isNew = !(await hasVocabulary(contentDir));
  const starter = isNew ? await readVocabulary(options.starterDir) : own;
  let vocabulary = new Map<string, string>();
  const left = new UnplacedKeywords();
  // Drafts are on disk: what is asked for twice is kept.
  const worded = new Map<number, Worded>();
  const { watch = UNWATCHED } = options;
  watch.begin("reading texts", records.size);
  const plan = makePlan(records, library, ledger, {
    watch,
    wantsSteps: options.wantsSteps ?? false,
    keepKeys: options.keepKeys,
    known,
    year: Number(options.at.slice(0, 4)),
    fileName: (key) => options.display(join(contentDir, entryPath(key))),
    suggestAll: (drafts) => {
      const all = (words: typeof own) =>
        drafts.map(({ title, abstract, record }, index) => {
          const { source, line, keywords = [] } = record;
          if (keywords.length > 0) worded.set(index, { source, line, keywords });
          return suggest({ title, abstract, keywords }, words);
        });
      const note = (words: typeof own, suggestions: ReturnType<typeof all>) => {
        for (const [index, record] of worded)
          left.take(record, suggestions[index] ?? { topics: [], tags: [] }, words);
        return suggestions;
      };
      if (!isNew) return note(own, all(own));
      const words = tagsOfKeywords(records, starter.tags);
      const full = { ...starter, tags: new Map([...starter.tags, ...words]) };
      const chosen = chooseStarter(full, all);
      vocabulary = writeVocabulary(chosen.vocabulary);
      return note(chosen.vocabulary, chosen.suggestions);
    },
  });
  const problems = [...found, ...unclear, ...plan.problems, ...left.problems()];
  if (vocabulary.size > 0) problems.push(startedWith(vocabulary, options));
  const writes: Write[] = [...plan.files.keys()].map((key) => {
    const now = library.entries.get(key)?.text;
    const before = now === undefined ? {} : { before: digest(now) };
    const path = entryPath(key);
    return {
      ...{ path, ...before },
      get text() {
        return plan.files.get(key) ?? "";
      },
    };
  });
  for (const [path, text] of vocabulary) writes.push(...(await planWrite(contentDir, path, text)));
  const changes = await appendChange(contentDir, changeOf(plan, options));
  if (changes !== undefined) writes.push(...(await planWrite(contentDir, CHANGES, changes)));
  const ids = changes === undefined ? [] : changeIds(readChanges(changes)).slice(-1);
  const addresses = extendAddresses(contentDir, plan.files, ids, known);
  if (addresses !== undefined) writes.push(...(await planWrite(contentDir, REGISTRY, addresses)));
  const lines = writeLedger(plan.ledger);
  if (lines !== "" || ledger.size > 0) writes.push(...(await planWrite(contentDir, LEDGER, lines)));
  return { plan, problems, writes };
}

const entryPath = (key: string) => `papers/${key}.mdx`;

/** The line of changes of an import; empty where it changed nothing. */
function changeOf({ added, changed, removed }: Plan, { at, inputs }: ImportOptions): string {
  // An entry that was taken out and comes again is new again, and nothing else.
  const gone = removed.filter((key) => !added.includes(key));
  if (added.length + changed.length + gone.length === 0) return "";
  const sources = inputs.map(({ path, name }) => (path === "-" ? name : basename(path)));
  return writeChange({
    at,
    sources,
    added: added.toSorted(),
    changed: changed.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    removed: gone.toSorted(),
  });
}

/** The list of changes with a line more; undefined where there is none to add. */
async function appendChange(contentDir: string, change: string): Promise<string | undefined> {
  if (change === "") return undefined;
  const past = await readFile(join(contentDir, CHANGES), "utf8").catch(() => "");
  return (past === "" || past.endsWith("\n") ? past : `${past}\n`) + change;
}

const reportOf = (plan: Plan, problems: Problem[]): ImportReport => ({
  added: plan.added.length,
  updated: plan.changed.length,
  unchanged: plan.unchanged.length,
  skipped: plan.skipped,
  problems: problems.sort(compareProblems),
});

function refused({ records, problems }: Records, error: Error, options: ImportOptions) {
  problems.push({
    code: "import-running",
    severity: "error",
    source: options.display(options.contentDir),
    message: `${error.message}: nothing was written`,
    hint: "wait until it has ended and import again",
  });
  const skipped = records.size;
  return { added: 0, updated: 0, unchanged: 0, skipped, problems: problems.sort(compareProblems) };
}

async function hasVocabulary(contentDir: string): Promise<boolean> {
  for (const name of ["topics", "tags.yaml"]) {
    try {
      await access(join(contentDir, name));
      return true;
    } catch {
      continue;
    }
  }
  return false;
}

/** `tags.yaml is`, `tags.yaml and 3 topics are`. */
function listed(files: readonly string[]): string {
  const topics = files.filter((file) => file.startsWith("topics/")).length;
  const others = files.filter((file) => !file.startsWith("topics/"));
  const names = [
    ...others,
    ...(topics === 0 ? [] : [topics === 1 ? "a topic" : `${String(topics)} topics`]),
  ];
  return `${names.join(" and ")} ${names.length === 1 && topics < 2 ? "is" : "are"}`;
}

const startedWith = (files: ReadonlyMap<string, string>, options: ImportOptions): Problem => ({
  code: "started-vocabulary",
  severity: "note",
  source: options.display(options.contentDir),
  message: `had neither topics nor tags: ${listed([...files.keys()])} written there, out of the project's own vocabulary and the source's keywords`,
  hint: "rename, rewrite or remove what is in them: they are yours, and no import touches them again",
});

const tellLeft = (path: string, options: ImportOptions): Problem => ({
  code: "changed-meanwhile",
  severity: "warning",
  source: options.display(join(options.contentDir, path)),
  message: "somebody changed it while the import was at work: it stays as it is",
  hint: "import again to bring the source's facts into it",
});

function tellRecovery({ files, left }: Recovery, options: ImportOptions): Problem[] {
  if (files === 0) return [];
  const done: Problem = {
    code: "completed-import",
    severity: "note",
    source: options.display(options.contentDir),
    message: `an import that had been interrupted was completed first: ${String(files)} files`,
  };
  return [done, ...left.map((path) => tellLeft(path, options))];
}
