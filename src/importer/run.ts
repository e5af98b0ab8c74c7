import { access } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { joinFacts, readFacts } from "../formats/metadata/read.ts";
import type { SourceRecord } from "../formats/record.ts";
import type { Problem } from "../paper/problem.ts";
import { compareProblems } from "../paper/problem.ts";
import { LEDGER, readLedger, writeLedger } from "./ledger.ts";
import { mapSome, readLibrary } from "./library.ts";
import { makePlan } from "./plan.ts";
import { UnreadableInput } from "./read-input.ts";
import { readSource, readWhole } from "./read-source.ts";
import { chooseStarter, writeVocabulary } from "./starter.ts";
import { suggest } from "./suggest.ts";
import { readVocabulary } from "./vocabulary.ts";
import { prepareFolder, writeWhole } from "./write-files.ts";

/** What to import, and into what. Paths are absolute, or `-` for standard input. */
export interface ImportOptions {
  inputs: { path: string; name: string }[];
  metadata?: { path: string; name: string };
  contentDir: string;
  /** Whose vocabulary a folder without one starts from. */
  starterDir: string;
  keepKeys: boolean;
  dryRun: boolean;
  /** How a file is called in reports. */
  display: (path: string) => string;
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
  isMissingInput: boolean;
}

async function readRecords(options: ImportOptions) {
  const problems: Problem[] = [];
  let records: SourceRecord[] = [];
  let isMissingInput = false;
  for (const { path, name } of options.inputs) {
    const reading = await readSource(path, name);
    for (const record of reading.records) records.push(record);
    for (const problem of reading.problems) problems.push(problem);
    isMissingInput ||= reading.isMissing;
  }
  if (options.metadata) {
    const { path, name } = options.metadata;
    try {
      const read = readFacts(await readWhole(path, name), name);
      const joined = joinFacts(records, read.facts, name);
      records = joined.records;
      problems.push(...read.problems, ...joined.problems);
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      problems.push(error.problem);
      isMissingInput ||= error.isMissing;
    }
  }
  return { records, problems, isMissingInput };
}

/** Imports: reads, plans, writes, and tells what it did. Nothing is written on a dry run. */
export async function runImport(options: ImportOptions): Promise<ImportResult> {
  const { contentDir } = options;
  const { records, problems, isMissingInput } = await readRecords(options);
  const ledger = await readLedger(contentDir);
  const library = await readLibrary(contentDir, ledger);
  const own = await readVocabulary(contentDir);
  const isNew = !(await hasVocabulary(contentDir));
  const starter = isNew ? await readVocabulary(options.starterDir) : own;
  let vocabularyFiles = new Map<string, string>();
  const fileName = (key: string) => options.display(join(contentDir, "papers", `${key}.mdx`));
  const plan = makePlan(records, library, ledger, {
    keepKeys: options.keepKeys,
    fileName,
    suggestAll: (drafts) => {
      const all = (vocabulary: typeof own) => drafts.map((draft) => suggest(draft, vocabulary));
      if (!isNew) return all(own);
      const chosen = chooseStarter(starter, all);
      vocabularyFiles = writeVocabulary(chosen.vocabulary);
      return chosen.suggestions;
    },
  });
  const allProblems = [...problems, ...plan.problems];
  if (vocabularyFiles.size > 0) allProblems.push(startedWith(vocabularyFiles, options));
  if (!options.dryRun) {
    await writeAll(
      join(contentDir, "papers"),
      new Map([...plan.files].map(([k, t]) => [`${k}.mdx`, t])),
    );
    // Only now: an entry may name a topic only once there is one, but a folder without papers needs none.
    for (const [path, text] of vocabularyFiles)
      await writeAll(join(contentDir, dirname(path)), new Map([[basename(path), text]]));
    const text = writeLedger(plan.ledger.values());
    if (text !== "" || ledger.size > 0) await writeAll(contentDir, new Map([[LEDGER, text]]));
  }
  return {
    report: {
      added: plan.added.length,
      updated: plan.updated.length,
      unchanged: plan.unchanged.length,
      skipped: plan.skipped,
      problems: allProblems.sort(compareProblems),
    },
    isMissingInput,
  };
}

async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  if (files.size === 0) return;
  await prepareFolder(folder);
  await mapSome([...files], ([name, text]) => writeWhole(join(folder, name), text));
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

const startedWith = (files: ReadonlyMap<string, string>, options: ImportOptions): Problem => ({
  code: "started-vocabulary",
  severity: "note",
  source: options.display(options.contentDir),
  message: `had neither topics nor tags: ${String(files.size)} files of the project's own vocabulary were written there`,
  hint: "rename, rewrite or remove them: they are yours, and no import touches them again",
});
