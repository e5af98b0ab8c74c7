import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CORPUS, makeContent } from "./scale/content.ts";
import { runHugo } from "./scale/hugo.ts";
import { multiply } from "./scale/records.ts";
import { run } from "./scale/run.ts";
import { megabytes, row, tell } from "./scale/table.ts";
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
    corpus: { type: "string", default: CORPUS },
    dir: { type: "string", default: join(tmpdir(), "carrel-bench") },
    keep: { type: "boolean", default: false },
  },
});
const count = Number(values.papers);
if (!Number.isInteger(count) || count < 1) {
  console.error(USAGE);
  process.exit(2);
}

const dir = join(resolve(values.dir), String(count));
const contentDir = join(dir, "content");
const outDir = join(dir, "site");
rmSync(dir, { recursive: true, force: true });

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
const made = await makeContent(contentDir, count, values.corpus).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
if (made) tell("import", made.imported);
else row("import", "none: the papers of content/");

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
if (made && hasHugo) {
  const [hugo, pagefind] = await runHugo(multiply(made.items, count), join(dir, "hugo"));
  tell("Hugo, title, authors, abstract", hugo);
  tell("Pagefind on it", pagefind);
  const ratio = whole.seconds / (hugo.seconds + pagefind.seconds);
  row("this build : Hugo and Pagefind", ratio.toFixed(2));
} else row("Hugo", hasHugo ? "only beside a corpus" : "not on the PATH: no comparison");
if (!values.keep) rmSync(dir, { recursive: true });
