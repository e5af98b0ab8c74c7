import { open, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs, styleText } from "node:util";
import { folderFault } from "../command/folder-fault.ts";
import { systemFault, tellFault } from "../command/system-fault.ts";
import { keptByNpm, wrongUse } from "../command/wrong-use.ts";
import { COLUMNS, readColumns } from "../formats/table/columns.ts";
import { callerDir, displayPath, isKeptByNpm, site } from "../site.ts";
import { watchOn } from "./progress.ts";
import { formatReport } from "./report.ts";
import type { ImportReport } from "./run.ts";
import { runImport } from "./run.ts";
import type { Paint } from "./show-plan.ts";
import { formatPlan } from "./show-plan.ts";
import type { Step } from "./steps.ts";

/** `npm run import`: listings and bibliographies become entries in `content/papers`. */

const USAGE = `Usage: npm run import -- FILE… [options]

Reads pasted listings, BibTeX, BibLaTeX, RIS, MEDLINE, EndNote and Web of Science exports, CSL-JSON
and other JSON (a list or one item a line), CSV and TSV, and the XML of arXiv, EndNote, PubMed and the
ACL Anthology, gzip too, told apart by content, and writes content/papers/<key>.mdx. "-" is standard
input. Importing again updates what nobody has edited and leaves what somebody has.

  --metadata FILE  facts of the listing's papers (authors, date, arXiv id, …), joined by title
  --columns MAP    which column of a table, or field of JSON objects, tells what, where its name does not:
                   title=Name,authors=People (${COLUMNS.join(", ")})
  --keep-keys      take the source's own citation keys as keys (they become aliases otherwise)
  --dry-run        show what would be done, paper by paper, and write nothing
  --all            leave nothing out of what is shown: else long lists are cut, and say so
  --plan FILE      write what is done, or would be, as JSON: a line a paper with both values of each field
  --json           print one JSON object: added, updated, unchanged, skipped, problems
  --help           print this

CONTENT_DIR names another content folder, SOURCE_DATE_EPOCH the moment that the list of changes gives.
Exit code: 0 all well or only warnings, 1 a record was refused, 2 wrong use.
`;
const SHORT = `\nUsage: npm run import -- FILE… [options]\nnpm run import -- --help tells the rest\n`;

const OPTIONS = {
  metadata: { type: "string" },
  columns: { type: "string" },
  "keep-keys": { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  all: { type: "boolean", default: false },
  plan: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const kept = keptByNpm("import", OPTIONS, values, isKeptByNpm);
    if (kept !== undefined) return kept;
    if (positionals.includes(""))
      return "the name of a file is empty: look where it comes from, as a variable or quotes";
    if (positionals.length > 0 || values.help) return { values, positionals };
    return 'there is no file to import: name one at least, or "-" for standard input';
  } catch (error) {
    return wrongUse(error, OPTIONS);
  }
}

/** Wrong use: said in words, and as a report where one was asked for. */
function refuse(message: string, more = SHORT): number {
  process.stderr.write(`${message}\n${more}`);
  if (process.argv.includes("--json")) {
    const problems: ImportReport["problems"] = [
      { code: "wrong-use", severity: "error", source: "command line", message, hint: "see --help" },
    ];
    print({ added: 0, updated: 0, unchanged: 0, skipped: 0, problems });
  }
  return 2;
}

/** The report as one object; every problem has every field, so that scripts need not ask. */
function print({ problems, ...counts }: ImportReport): void {
  const full = problems.map(({ code, severity, source, line, message, hint }) => ({
    code,
    severity,
    source,
    line: line ?? null,
    message,
    hint: hint ?? null,
  }));
  process.stdout.write(`${JSON.stringify({ ...counts, problems: full })}\n`);
}

/** Colours where standard output shows them and nobody has forbidden it. */
const paint: Paint = (style, text) => styleText(style, text, { stream: process.stdout });

/** `CONTENT_DIR=fresh npm start`: a command as it is typed for the folder that was written to. */
function typed(command: string): string {
  const folder = displayPath(resolve(site.contentDir));
  if (folder === "content") return command;
  const quoted = /^[\w./-]+$/u.test(folder)
    ? folder
    : `'${folder.replaceAll("'", String.raw`'\''`)}'`;
  return `CONTENT_DIR=${quoted} ${command}`;
}

/** What to do with what was written; empty where nothing was. */
const nextStep = ({ added, updated }: ImportReport): string =>
  added + updated === 0
    ? ""
    : `next: \`${typed("npm run check")}\` looks for faults, \`${typed("npm start")}\` shows the site\n`;

/** The report in words; on a dry run with the plan before it, which shows hand-made edits with both values. */
function tell(
  report: ImportReport,
  steps: readonly Step[],
  { "dry-run": dryRun, all }: { "dry-run": boolean; all: boolean },
): string {
  if (!dryRun) return formatReport(report, false, all) + nextStep(report);
  const problems = report.problems.filter(({ code }) => code !== "kept-hand-edit");
  return formatPlan(steps, { all, paint }) + formatReport({ ...report, problems }, true, all);
}

const input = (path: string) =>
  path === "-" ? { path, name: "stdin" } : { path: resolve(callerDir, path), name: path };

/** Why nothing can be written where it is wanted, in a line; undefined where it can. */
async function placeFault(dryRun: boolean, plan: string | undefined): Promise<string | undefined> {
  const fault = await folderFault(site.contentDir, dryRun ? "read" : "write", displayPath);
  if (fault !== undefined || plan === undefined) return fault;
  const path = resolve(callerDir, plan);
  try {
    await (await open(path, "a")).close();
    return undefined;
  } catch (error) {
    const { words, hint } = systemFault(error) ?? { words: String(error), hint: "name another" };
    return `the plan cannot be written to ${path}: ${words}; ${hint}. Nothing was done.`;
  }
}

async function main(): Promise<number> {
  const read = readArguments();
  if (typeof read === "string") return refuse(read);
  const { values, positionals } = read;
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const columns = values.columns === undefined ? undefined : readColumns(values.columns);
  if (typeof columns === "string") return refuse(columns);
  const fault = await placeFault(values["dry-run"], values.plan);
  if (fault !== undefined) return refuse(fault, "");
  const { report, steps, isMissingInput } = await runImport({
    inputs: positionals.map(input),
    ...(values.metadata === undefined ? {} : { metadata: input(values.metadata) }),
    ...(columns === undefined ? {} : { read: { columns } }),
    contentDir: site.contentDir,
    starterDir: resolve(site.projectDir, "content"),
    keepKeys: values["keep-keys"],
    dryRun: values["dry-run"],
    at: (site.sourceDate ?? new Date()).toISOString().replace(/\.\d+Z$/u, "Z"),
    display: displayPath,
    watch: watchOn(process.stderr),
    wantsSteps: values.plan !== undefined || (values["dry-run"] && !values.json),
  });
  if (values.plan !== undefined)
    await writeFile(
      resolve(callerDir, values.plan),
      steps.map((step) => `${JSON.stringify(step)}\n`),
    );
  if (values.json) print(report);
  else process.stdout.write(tell(report, steps, values));
  if (isMissingInput) return 2;
  return report.problems.some((problem) => problem.severity === "error") ? 1 : 0;
}

process.exitCode = await main().catch((error: unknown) => {
  const said = tellFault(error, displayPath);
  if (said === undefined) throw error;
  process.stderr.write(`${said}. What is left to write, the next import writes.\n`);
  return 1;
});
