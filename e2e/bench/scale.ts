import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { projectDir } from "../lib/stage.ts";
import { runHugo } from "./scale/hugo.ts";
import type { Item } from "./scale/records.ts";
import { multiply } from "./scale/records.ts";
import type { Run } from "./scale/run.ts";
import { run } from "./scale/run.ts";
import { weigh } from "./scale/weigh.ts";

/** `npm run bench -- --papers N`: what a site of N papers takes to make, and what it weighs. */

const USAGE = `npm run bench -- --papers N [--corpus FILE] [--dir DIR] [--keep]
  --papers N     how many; up to those of content/ without a corpus
  --corpus FILE  CSL-JSON, gzipped or not, that larger numbers are drawn from
                 (../shared/corpus/iclr.csl.json.gz where it is left out)
  --dir DIR      where to work (a folder of the system's for temporary files)
  --keep         leaves content and site there`;

const { values } = parseArgs({
  options: {
    papers: { type: "string" },
    corpus: { type: "string", default: resolve(projectDir, "../shared/corpus/iclr.csl.json.gz") },
    dir: { type: "string", default: join(tmpdir(), "carrel-bench") },
    keep: { type: "boolean", default: false },
  },
});
const count = Number(values.papers);
if (!Number.isInteger(count) || count < 1) {
  console.error(USAGE);
  process.exit(2);
}

const own = join(projectDir, "content");
const ownCount = readdirSync(join(own, "papers")).length;
const dir = join(resolve(values.dir), String(count));
const contentDir = join(dir, "content");
const outDir = join(dir, "site");
rmSync(dir, { recursive: true, force: true });
mkdirSync(contentDir, { recursive: true });

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const row = (name: string, ...cells: string[]) => {
  console.log(`| ${name.padEnd(34)} | ${cells.join(", ")} |`);
};
const tell = (name: string, { seconds, processor, memory, processes }: Run) => {
  const each = [...processes].sort((a, b) => b[1] - a[1]).slice(0, 3);
  row(
    name,
    `${seconds.toFixed(1)} s`,
    `${processor.toFixed(1)} s of processor`,
    `${megabytes(memory)} in all (${each.map(([of, bytes]) => `${of} ${megabytes(bytes)}`).join("; ")})`,
  );
};

function readItems(): Item[] | undefined {
  if (!existsSync(values.corpus)) return undefined;
  const bytes = readFileSync(values.corpus);
  const text = values.corpus.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  return JSON.parse(text.toString("utf8")) as Item[];
}

/** What searching costs a reader, where the benchmark of search is there. */
async function searchRows(): Promise<{ name: string; cells: string[] }[]> {
  const file = join(import.meta.dirname, "scale/search.ts");
  if (!existsSync(file)) return [];
  const { measureSearch } = (await import(file)) as {
    measureSearch: (dir: string) => Promise<{ name: string; cells: string[] }[]>;
  };
  return measureSearch(outDir);
}

const build = () =>
  run("npm", ["run", "--silent", "build"], { CONTENT_DIR: contentDir, OUT_DIR: outDir });

console.log(`${String(count)} papers, Node ${process.version}\n`);
const items = count <= ownCount ? undefined : readItems();
if (items) {
  const source = join(dir, "papers.json");
  writeFileSync(source, "[");
  const block: string[] = [];
  let first = true;
  for (const item of multiply(items, count)) {
    block.push((first ? "" : ",\n") + JSON.stringify(item));
    first = false;
    if (block.length >= 1000) appendFileSync(source, block.splice(0).join(""));
  }
  appendFileSync(source, `${block.join("")}]\n`);
  tell(
    "import",
    await run("node", ["src/importer/cli.ts", source, "--keep-keys"], { CONTENT_DIR: contentDir }),
  );
} else if (count <= ownCount) {
  cpSync(own, contentDir, { recursive: true });
  const papers = readdirSync(join(own, "papers")).sort();
  for (const file of papers.slice(count)) rmSync(join(contentDir, "papers", file));
  row("import", "none: the papers of content/");
} else {
  console.error(
    `${values.corpus} is not there, and content/ has only ${String(ownCount)} papers. Name a CSL-JSON file: --corpus FILE`,
  );
  process.exit(2);
}

const whole = await build();
tell("build, with search and offline", whole);
const weight = weigh(outDir);
row("files, bytes", String(weight.files), megabytes(weight.bytes));
row("pages", String(weight.pages));
row("a paper's page, HTML + CSS, Brotli", `${(weight.paper / 1024).toFixed(1)} KB in the middle`);
row("largest page", `${(weight.largest.bytes / 1024).toFixed(1)} KB`, weight.largest.path);
row("largest file, as it is", megabytes(weight.heaviest.bytes), weight.heaviest.path);
for (const { name, cells } of await searchRows()) row(name, ...cells);

const [changed = ""] = readdirSync(join(contentDir, "papers")).sort();
appendFileSync(join(contentDir, "papers", changed), "\nOne more sentence than before.\n");
tell("build after one changed abstract", await build());

const hasHugo = spawnSync("hugo", ["version"]).status === 0;
if (items && hasHugo) {
  const [hugo, pagefind] = await runHugo(multiply(items, count), join(dir, "hugo"));
  tell("Hugo, title, authors, abstract", hugo);
  tell("Pagefind on it", pagefind);
  const ratio = whole.seconds / (hugo.seconds + pagefind.seconds);
  row("this build : Hugo and Pagefind", ratio.toFixed(2));
} else row("Hugo", hasHugo ? "only beside a corpus" : "not on the PATH: no comparison");
if (!values.keep) rmSync(dir, { recursive: true });
