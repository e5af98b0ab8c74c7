import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { countUnrecorded, extendRegistry, REGISTRY } from "../addresses/registry.ts";
import { readOptional } from "../addresses/settled.ts";
import { formatProblem } from "../paper/problem.ts";
import { displayPath, site } from "../site.ts";
import { checkCorpus, listCorpusAddresses } from "./check.ts";
import { readCorpus } from "./corpus.ts";

const USAGE = `Usage: npm run check [-- --json] [--record]

Reports what is wrong with the content: file, line, and how to mend it.
--record adds the addresses that are new to ${REGISTRY} in the content folder, which it makes where there is none:
from then on an address that would vanish is a problem.
Exit 0 when nothing is, 1 when anything is, 2 for wrong use. CONTENT_DIR names another content folder.`;

function readArguments(): { json: boolean; help: boolean; record: boolean } {
  try {
    const options = {
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
      record: { type: "boolean", default: false },
    } as const;
    return parseArgs({ options, allowPositionals: false }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

const { json, help, record } = readArguments();
if (help) {
  console.log(USAGE);
  process.exit(0);
}

const corpus = await readCorpus(site.contentDir, site.urls, displayPath);
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
  for (const problem of problems) console.log(formatProblem(problem));
  const found =
    problems.length === 0 ? "nothing is wrong" : `${String(problems.length)} problem(s)`;
  console.log(
    `${String(counts.papers)} papers, ${String(counts.topics)} topics, ${String(counts.tags)} tags: ${found}`,
  );
  if (unrecorded > 0 && record)
    console.log(`${String(unrecorded)} addresses recorded in ${corpus.registry.file}`);
  else if (unrecorded > 0 && corpus.registry.entries.length > 0)
    console.log(
      `${String(unrecorded)} addresses are new: \`npm run check -- --record\` notes them in ${corpus.registry.file}`,
    );
}
process.exitCode = problems.length === 0 ? 0 : 1;
