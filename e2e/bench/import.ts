import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { differing, digestsIn } from "../lib/folders.ts";
import { projectDir } from "../lib/stage.ts";
import { CORPUS, readItems, writeRecords } from "./scale/content.ts";
import { createRandom, multiply } from "./scale/records.ts";
import type { Run } from "./scale/run.ts";
import { run } from "./scale/run.ts";

/**
 * `npm run bench:import`: what an import takes, and whether one that is killed at any moment and begun anew ends as
 * one that was left in peace, byte for byte. Exits 1 where it does not.
 */

const USAGE = `npm run bench:import -- [--papers N] [--corpus FILE] [--kills N] [--seed N] [--dir DIR]
  --papers N     how many (those of the corpus)
  --corpus FILE  CSL-JSON, gzipped or not (../shared/corpus/iclr.csl.json.gz where it is left out)
  --kills N      how often it is killed, each time in a new folder (10)
  --seed N       of the moments at which it is (1)
  --dir DIR      where to work (a folder of the system's for temporary files)`;

const { values } = parseArgs({
  options: {
    papers: { type: "string" },
    corpus: { type: "string", default: CORPUS },
    kills: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    dir: { type: "string", default: join(tmpdir(), "carrel-bench-import") },
  },
});

function stop(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

const wanted = values.papers === undefined ? undefined : Number(values.papers);
const kills = Number(values.kills);
if (wanted !== undefined && (!Number.isInteger(wanted) || wanted < 1)) stop("--papers: a number");
if (!Number.isInteger(kills) || kills < 0) stop("--kills: a number");
const items =
  readItems(values.corpus) ?? stop(`${values.corpus} is not there: --corpus names a CSL-JSON file`);

const ROUNDS = 3;
/** The moment that every run takes for now: the list of changes tells it. */
const EPOCH = "1767323045";

const dir = resolve(values.dir);
rmSync(dir, { recursive: true, force: true });
mkdirSync(dir, { recursive: true });
const source = join(dir, "papers.json");
const count = wanted ?? items.length;
writeRecords(source, multiply(items, count));

const args = ["src/importer/cli.ts", source, "--json"];
const envOf = (content: string) => ({
  CONTENT_DIR: join(dir, content),
  SOURCE_DATE_EPOCH: EPOCH,
});
const importInto = (content: string) => run("node", args, envOf(content));

const digests = (content: string) => digestsIn(join(dir, content));

const countEntries = (content: string) =>
  readdirSync(join(dir, content, "papers"), { recursive: true }).length;

/** Imports and kills it as soon as a moment has come; answers whether it was still at work. */
function killWhen(content: string, hasCome: (seconds: number) => boolean): Promise<boolean> {
  const env = { ...process.env, ...envOf(content) };
  const child = spawn("node", args, { cwd: projectDir, env, stdio: "ignore" });
  const from = performance.now();
  const timer = setInterval(() => {
    if (hasCome((performance.now() - from) / 1000)) child.kill("SIGKILL");
  }, 5);
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (_code, signal) => {
      clearInterval(timer);
      done(signal === "SIGKILL");
    });
  });
}

const row = (name: string, ...cells: string[]) => {
  console.log(`| ${name.padEnd(34)} | ${cells.join(", ")} |`);
};
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const secondsText = (runs: readonly Run[]) =>
  `${median(runs.map(({ seconds }) => seconds)).toFixed(1)} s (${runs.map(({ seconds }) => seconds.toFixed(1)).join("; ")})`;
const processorText = (runs: readonly Run[]) =>
  `${median(runs.map(({ processor }) => processor)).toFixed(1)} s of processor`;
const memoryText = (runs: readonly Run[]) =>
  `${(Math.max(...runs.map(({ memory }) => memory)) / 1e6).toFixed(0)} MB at most`;
const countsOf = ({ output }: Run) => {
  // The report is a line of its own; what the import says of how far it is may stand before it.
  const report = /^\{.*\}$/mu.exec(output)?.[0] ?? "{}";
  const { problems: _, ...counts } = JSON.parse(report) as Record<string, number>;
  return Object.entries(counts).map(([what, n]) => `${n.toLocaleString("en")} ${what}`);
};

console.log(`${count.toLocaleString("en")} records, Node ${process.version}\n`);
const first: Run[] = [];
for (let round = 0; round < ROUNDS; round += 1)
  first.push(await importInto(`round-${String(round)}`));
row("import into an empty folder", secondsText(first), processorText(first), memoryText(first));
const again: Run[] = [];
const peace = digests("round-0");
for (let round = 0; round < ROUNDS; round += 1)
  again.push(await importInto(`round-${String(round)}`));
row("again, nothing changed", secondsText(again), processorText(again), memoryText(again));
for (const run of [first[0], again[0]]) if (run) row("what it said", ...countsOf(run));
const rounds = Array.from({ length: ROUNDS }, (_, n) =>
  differing(peace, digests(`round-${String(n)}`)),
);
row("files", peace.size.toLocaleString("en"));
const isStable = rounds.every((files) => files.length === 0);
row(
  "all rounds the same, byte for byte",
  isStable ? "yes" : `no: ${rounds.flat().slice(0, 5).join(" ")}`,
);
for (let round = 1; round < ROUNDS; round += 1)
  rmSync(join(dir, `round-${String(round)}`), { recursive: true });

const random = createRandom(Number(values.seed));
const longest = Math.min(...first.map(({ seconds }) => seconds));
let same = 0;
for (let n = 1; n <= kills; n += 1) {
  // Writing is short beside reading: every second time it is killed there.
  const [seconds, entries] = [random() * longest, Math.floor(random() * count)];
  const isWriting = n % 2 === 0;
  const hasEntries = () =>
    existsSync(join(dir, "killed", "papers")) && countEntries("killed") >= entries;
  const wasAtWork = await killWhen("killed", (now) => (isWriting ? hasEntries() : now >= seconds));
  const before = existsSync(join(dir, "killed")) ? digests("killed").size : 0;
  await importInto("killed");
  const files = differing(peace, digests("killed"));
  if (files.length === 0) same += 1;
  row(
    `kill -9 ${isWriting ? `at ${entries.toLocaleString("en")} entries` : `after ${seconds.toFixed(2)} s`}`,
    wasAtWork ? `${before.toLocaleString("en")} files there` : "it had ended already",
    files.length === 0
      ? "then the same"
      : `then ${String(files.length)} differ: ${files.slice(0, 5).join(" ")}`,
  );
  rmSync(join(dir, "killed"), { recursive: true, force: true });
}
row("killed, begun anew and the same", `${String(same)} of ${String(kills)}`);
rmSync(dir, { recursive: true });
process.exitCode = isStable && same === kills ? 0 : 1;
