import { rm } from "node:fs/promises";
import { join } from "node:path";
import { REGISTRY } from "../../addresses/registry.ts";
import { readOptional } from "../../addresses/settled.ts";
import type { Problem } from "../../paper/problem.ts";
import { compareProblems } from "../../paper/problem.ts";
import { digest } from "../digest.ts";
import { LEDGER, readLedger, writeLedger } from "../ledger.ts";
import type { Library } from "../library.ts";
import { readLibrary } from "../library.ts";
import { readKnown } from "../read-known.ts";
import { extendAddresses } from "../record-addresses.ts";
import type { Write } from "../store/journal.ts";
import { planWrite, recover, writeAll } from "../store/journal.ts";
import { withLock } from "../store/lock.ts";
import { readVocabulary } from "../vocabulary.ts";
import { chooseAll } from "./choose.ts";
import type { Judged } from "./judge.ts";
import { judge } from "./judge.ts";
import type { Pending } from "./pending.ts";
import { LIST_NAMES, pendingOf } from "./pending.ts";
import { readSheet, SHEET, writeSheet } from "./sheet.ts";

/** What to review. Paths are absolute. */
export interface ReviewOptions {
  contentDir: string;
  /** Suggestions to accept or refuse at once, as `isChoice` takes them. */
  accept: readonly string[];
  refuse: readonly string[];
  dryRun: boolean;
  display: (path: string) => string;
}

/** What a review did, and what is left to judge. */
export interface ReviewReport {
  accepted: number;
  refused: number;
  /** Entries that were changed. */
  changed: number;
  /** Suggestions, and papers with any, that nobody has judged. */
  open: number;
  papers: number;
  /** Papers without any topic. */
  bare: number;
  /** How many papers wait under each name, most first. */
  names: { list: "topics" | "tags"; name: string; papers: number }[];
  /** Where the sheet was written; absent where nothing is open. */
  sheet?: string;
  problems: Problem[];
}

const isOpen = ({ open }: Pending) => LIST_NAMES.some((list) => open[list].length > 0);

function countNames(pending: readonly Pending[]): ReviewReport["names"] {
  const names = LIST_NAMES.flatMap((list) => {
    const counts = new Map<string, number>();
    for (const { open } of pending)
      for (const name of open[list]) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].map(([name, papers]) => ({ list, name, papers }));
  });
  return names.sort((a, b) => b.papers - a.papers || (a.name < b.name ? -1 : 1));
}

/** Carries out what the sheet and the command decide, and writes a sheet of what is still open. */
export const runReview = (options: ReviewOptions): Promise<ReviewReport> =>
  options.dryRun ? review(options) : withLock(options.contentDir, () => review(options));

/** What of a paper is open once verdicts are carried out. */
function afterwards(paper: Pending, { entries }: Library, { files, lines }: Judged): Pending {
  const { key } = paper;
  const line = lines.get(key);
  if (!line) return paper;
  const text = files.get(key) ?? entries.get(key)?.text ?? "";
  return pendingOf({ key, text, line }) ?? paper;
}

async function review(options: ReviewOptions): Promise<ReviewReport> {
  const { contentDir, dryRun, display } = options;
  if (!dryRun) await recover(contentDir);
  const ledger = await readLedger(contentDir);
  const { known: who } = await readKnown(contentDir, display);
  const library = await readLibrary(contentDir, ledger, who.people);
  const vocabulary = await readVocabulary(contentDir);
  const known = {
    topics: new Set(vocabulary.topics.keys()),
    tags: new Set(vocabulary.tags.keys()),
  };
  const before = [...library.entries.values()].map(pendingOf).filter((one) => one !== undefined);
  const path = join(contentDir, SHEET);
  const file = display(path);
  const read = readSheet(readOptional(path), file);
  const decided = new Set(read.verdicts.map(({ key, list, name }) => `${key} ${list} ${name}`));
  // What a line says goes before what is said of all.
  const chosen = chooseAll(before, options).filter(
    ({ key, list, name }) => !decided.has(`${key} ${list} ${name}`),
  );
  const made = judge([...read.verdicts, ...chosen], library, { known, file });
  const problems = [...read.problems, ...made.problems].sort(compareProblems);
  // A sheet with a fault in it is mended by whoever wrote it, not half carried out and overwritten.
  const isSound = problems.length === 0;
  const writes: Write[] = [];
  if (isSound) {
    for (const [key, text] of made.files) {
      const now = library.entries.get(key)?.text ?? "";
      writes.push({ path: `papers/${key}.mdx`, before: digest(now), text });
    }
    for (const [key, line] of made.lines) ledger.set(key, line);
    if (made.lines.size > 0) {
      const addresses = extendAddresses(contentDir, made.files, [], who);
      if (addresses !== undefined)
        writes.push(...(await planWrite(contentDir, REGISTRY, addresses)));
      writes.push(...(await planWrite(contentDir, LEDGER, writeLedger(ledger))));
    }
  }
  const after = isSound ? before.map((paper) => afterwards(paper, library, made)) : before;
  const open = after.filter(isOpen);
  if (isSound && open.length > 0)
    writes.push(...(await planWrite(contentDir, SHEET, writeSheet(after))));
  if (!dryRun) {
    await writeAll(contentDir, writes);
    if (isSound && open.length === 0) await rm(path, { force: true });
  }
  const names = countNames(open);
  return {
    accepted: isSound ? made.accepted : 0,
    refused: isSound ? made.refused : 0,
    changed: isSound ? made.files.size : 0,
    open: names.reduce((sum, { papers }) => sum + papers, 0),
    papers: open.length,
    bare: after.filter(({ isBare }) => isBare).length,
    names,
    ...(open.length > 0 ? { sheet: file } : {}),
    problems,
  };
}
