import { parseArgs } from "node:util";
import { formatProblem } from "../paper/problem.ts";
import { displayPath, site } from "../site.ts";
import { checkCorpus } from "./check.ts";
import { readCorpus } from "./corpus.ts";

const USAGE = `Usage: npm run check [-- --json]

Reports what is wrong with the content: file, line, and how to mend it.
Exit 0 when nothing is, 1 when anything is, 2 for wrong use. CONTENT_DIR names another content folder.`;

function readArguments(): { json: boolean; help: boolean } {
  try {
    const options = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    const { values } = parseArgs({ options, allowPositionals: false });
    return { json: values.json ?? false, help: values.help ?? false };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

const { json, help } = readArguments();
if (help) {
  console.log(USAGE);
  process.exit(0);
}

const corpus = await readCorpus(site.contentDir, site.urls, displayPath);
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
}
process.exitCode = problems.length === 0 ? 0 : 1;
