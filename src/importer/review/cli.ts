import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { folderFault, isThere } from "../../command/folder-fault.ts";
import { tellFault } from "../../command/system-fault.ts";
import { keptByNpm, wrongUse } from "../../command/wrong-use.ts";
import { formatProblem } from "../../paper/problem.ts";
import { countText } from "../../paper/tell-problems.ts";
import { displayPath, isKeptByNpm, site } from "../../site.ts";
import { printable } from "../../paper/printable.ts";
import { ImportRunning } from "../store/lock.ts";
import { isChoice } from "./choose.ts";
import { LISTS } from "./pending.ts";
import type { ReviewReport } from "./run.ts";
import { runReview } from "./run.ts";

/** `npm run review`: what the suggester guessed becomes what a person decided. */

const USAGE = `Usage: npm run review [-- options]

Writes content/review.txt: every topic and tag that an import suggested and that nobody has judged yet. Mark its lines
with + (accept) or - (refuse), save, and run it again: what is accepted stays, what is refused leaves the entry and is
not suggested to that paper again. A list that was changed in the entry itself counts as judged.

  --accept WHAT    accept at once: all, topics, tags, topic:NAME, tag:NAME; may be given several times
  --refuse WHAT    refuse at once, in the same way; goes before --accept
  --dry-run        say what would be done and write nothing
  --json           print one JSON object
  --help           print this

CONTENT_DIR names another content folder. Exit code: 0 all well, 1 the sheet has a fault (nothing is done then), 2 wrong use.
`;

/** Names that the terminal shows; the sheet has all. */
const MOST = 15;

function formatReview(report: ReviewReport, dryRun: boolean): string {
  const { accepted, refused, changed, open, papers, bare, names, sheet, problems } = report;
  const lines = problems.map((problem) => printable(formatProblem(problem)));
  const width = Math.max(0, ...names.map((one) => countText(one.papers).length));
  for (const { list, name, papers: many } of names.slice(0, MOST))
    lines.push(`  ${countText(many).padStart(width)}  ${LISTS[list]} ${name}`);
  if (names.length > MOST) lines.push(`  … and ${countText(names.length - MOST)} more`);
  if (problems.length > 0) lines.push("nothing was done: mend the sheet and run it again");
  else if (accepted + refused > 0)
    lines.push(
      `${countText(accepted)} accepted, ${countText(refused)} refused, ${countText(changed)} entries changed`,
    );
  if (bare > 0) lines.push(`${countText(bare)} papers have no topic`);
  lines.push(
    open === 0
      ? "no suggestion waits to be judged"
      : `${countText(open)} suggestions to ${countText(papers)} papers wait to be judged: see ${sheet ?? ""}`,
  );
  if (dryRun) lines.push("dry run: nothing was written");
  return `${lines.join("\n")}\n`;
}

const OPTIONS = {
  accept: { type: "string", multiple: true },
  refuse: { type: "string", multiple: true },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

function readArguments() {
  try {
    const { values } = parseArgs({ options: OPTIONS, allowPositionals: false });
    const { accept = [], refuse = [] } = values;
    const kept = keptByNpm("review", OPTIONS, values, isKeptByNpm);
    if (kept !== undefined) return kept;
    const bad = [...accept, ...refuse].find((choice) => !isChoice(choice));
    if (bad === undefined) return { ...values, accept, refuse };
    return `"${bad}" is no choice: all, topics, tags, topic:NAME or tag:NAME`;
  } catch (error) {
    return wrongUse(error, OPTIONS);
  }
}

async function main(): Promise<number> {
  const values = readArguments();
  if (typeof values === "string") {
    process.stderr.write(`${values}\n\n${USAGE}`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { accept, refuse, "dry-run": dryRun, json } = values;
  const fault = await folderFault(site.contentDir, dryRun ? "read" : "write", displayPath);
  if (fault !== undefined) {
    process.stderr.write(`${fault}\n`);
    return 2;
  }
  const isMissing = !(await isThere(site.contentDir));
  if (isMissing)
    process.stderr.write(
      `${displayPath(resolve(site.contentDir))} is not there yet: npm run import makes it, or CONTENT_DIR is misspelt\n`,
    );
  try {
    const report = await runReview({
      ...{ accept, refuse },
      dryRun: dryRun || isMissing,
      contentDir: site.contentDir,
      display: displayPath,
    });
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : formatReview(report, dryRun));
    return report.problems.length > 0 ? 1 : 0;
  } catch (error) {
    const said = tellFault(error, displayPath);
    if (said !== undefined) process.stderr.write(`${said}\n`);
    else if (!(error instanceof ImportRunning)) throw error;
    else
      process.stderr.write(
        `${error.message}: nothing was done; run it again when that has ended\n`,
      );
    return 1;
  }
}

process.exitCode = await main();
