import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { countUnrecorded, extendRegistry, REGISTRY } from "../addresses/registry.ts";
import { readOptional } from "../addresses/settled.ts";
import { folderFault, isThere } from "../command/folder-fault.ts";
import { tellFault } from "../command/system-fault.ts";
import { keptByNpm, wrongUse } from "../command/wrong-use.ts";
import { countSeverities, countText, tellProblems } from "../paper/tell-problems.ts";
import { callerDir, displayPath, isKeptByNpm, site } from "../site.ts";
import { checkCorpus, listCorpusAddresses } from "./check.ts";
import type { Corpus } from "./corpus.ts";
import { readCorpus } from "./corpus.ts";
import { judgeCorpus } from "./quality/judge.ts";
import { drawPage } from "./quality/page.ts";
import { formatFindings } from "./quality/tell.ts";

/** The quality report, where the command is called. */
const QUALITY_PAGE = "quality.html";

const USAGE = `Usage: npm run check [-- --all] [--json] [--record]
       npm run check -- --quality [--out FILE] [--json]

Reports what is wrong with the content: file, line, and how to mend it.
--record adds the addresses that are new to ${REGISTRY} in the content folder, which it makes where there is none:
from then on an address that would vanish is a problem.
Errors are what a site cannot have; warnings, as papers without a topic, are what readers would miss: a collection
that was just imported has some. Of many that are alike the first are shown; --all leaves nothing out.
Exit 0 when nothing is wrong or only warnings, 1 on any error, 2 for wrong use. CONTENT_DIR names another content folder.

--quality reports instead what no build minds but readers do: missing abstracts, authors, dates, venues and links, likely
duplicates, formulas that cannot be drawn, odd characters, titles, names and addresses. It writes a page with all of it
(${QUALITY_PAGE}, or FILE) and exits 0 whatever it finds.`;

const OPTIONS = {
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  all: { type: "boolean", default: false },
  record: { type: "boolean", default: false },
  quality: { type: "boolean", default: false },
  out: { type: "string" },
} as const;

/** Wrong use: said, and nothing is done. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  try {
    const { values } = parseArgs({ options: OPTIONS, allowPositionals: false });
    if (values.out !== undefined && !values.quality) throw new Error("--out goes with --quality");
    const kept = keptByNpm("check", OPTIONS, values, isKeptByNpm);
    if (kept !== undefined) throw new Error(kept);
    return values;
  } catch (error) {
    return refuse(`${wrongUse(error, OPTIONS)}\n\n${USAGE}`);
  }
}

const { json, help, all, record, quality, out = QUALITY_PAGE } = readArguments();
if (help) {
  console.log(USAGE);
  process.exit(0);
}

/** Tells what readers would miss; a page has all of it. */
function reportQuality(corpus: Corpus): void {
  const papers = corpus.papers.length;
  const findings = judgeCorpus(corpus);
  if (json) {
    const problems = [...findings.values()].flat();
    const counts = Object.fromEntries([...findings].map(([kind, found]) => [kind, found.length]));
    console.log(JSON.stringify({ papers, counts, problems }));
    return;
  }
  const file = resolve(callerDir, out);
  writeFileSync(file, drawPage(findings, { title: site.title, papers }));
  console.log(formatFindings(findings, papers));
  const unread = corpus.papers.filter(({ read }) => !read).length;
  if (unread > 0) console.log(`${String(unread)} entries cannot be read: see npm run check`);
  console.log(`all of it is in ${displayPath(file)}`);
}

/** Tells what is wrong. */
function reportProblems(corpus: Corpus): void {
  const present = listCorpusAddresses(corpus);
  const unrecorded = countUnrecorded(corpus.registry.entries, present);
  if (record && unrecorded > 0) {
    const file = join(site.contentDir, REGISTRY);
    writeFileSync(file, extendRegistry(readOptional(file), present) ?? "");
  }
  const problems = checkCorpus(corpus, site.base);
  const counts = {
    papers: corpus.papers.length,
    topics: corpus.topics.length,
    tags: Object.keys(corpus.tags).length,
  };
  if (json) console.log(JSON.stringify({ ...counts, problems }));
  else {
    for (const line of tellProblems(problems, all)) console.log(line);
    const found = countSeverities(problems) || "nothing is wrong";
    const parts = Object.entries(counts).map(
      ([what, n]) => `${countText(n)} ${n === 1 ? what.slice(0, -1) : what}`,
    );
    console.log(`${parts.join(", ")}: ${found}`);
    if (unrecorded > 0 && record)
      console.log(`${String(unrecorded)} addresses recorded in ${corpus.registry.file}`);
    else if (unrecorded > 0 && corpus.registry.entries.length > 0)
      console.log(
        `${String(unrecorded)} addresses are new: \`npm run check -- --record\` notes them in ${corpus.registry.file}`,
      );
  }
  process.exitCode = problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

const fault = await folderFault(site.contentDir, "read", displayPath);
if (fault !== undefined) refuse(fault);
if (!(await isThere(site.contentDir)))
  console.error(
    `${displayPath(resolve(site.contentDir))} is not there yet: npm run import makes it, or CONTENT_DIR is misspelt`,
  );
try {
  const corpus = await readCorpus(site.contentDir, site.urls, displayPath);
  if (quality) reportQuality(corpus);
  else reportProblems(corpus);
} catch (error) {
  const said = tellFault(error, displayPath);
  if (said === undefined) throw error;
  console.error(said);
  process.exitCode = 1;
}
