import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { differing, digestsIn, filesIn } from "../lib/folders.ts";
import { CORPUS, makeContent } from "./scale/content.ts";
import { run } from "./scale/run.ts";
import { row, tell } from "./scale/table.ts";

/** `npm run bench:shards -- --papers N --of 4`: whether a site made in parts is the site, and what each part takes. */

const USAGE = `npm run bench:shards -- --papers N [--of 4] [--corpus FILE] [--dir DIR]
  --papers N     how many; up to those of content/ without a corpus
  --of N         how many parts
  --corpus FILE  CSL-JSON, gzipped or not, that larger numbers are drawn from
                 (../shared/corpus/iclr.csl.json.gz where it is left out)
  --dir DIR      where to work (a folder of the system's for temporary files)`;

const { values } = parseArgs({
  options: {
    papers: { type: "string" },
    of: { type: "string", default: "4" },
    corpus: { type: "string", default: CORPUS },
    dir: { type: "string", default: join(tmpdir(), "carrel-bench-shards") },
  },
});
const [count, of] = [Number(values.papers), Number(values.of)];
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(of) || of < 1) {
  console.error(USAGE);
  process.exit(2);
}

const dir = join(resolve(values.dir), String(count));
rmSync(dir, { recursive: true, force: true });
const contentDir = join(dir, "content");

const build = (name: string, env: Record<string, string> = {}) =>
  run("npm", ["run", "--silent", "build"], {
    CONTENT_DIR: contentDir,
    OUT_DIR: join(dir, name),
    ...env,
  });

console.log(`${String(count)} papers in ${String(of)} parts, Node ${process.version}\n`);
await makeContent(contentDir, count, values.corpus);
tell("one build of all", await build("whole"));
const parts = Array.from({ length: of }, (_, i) => `${String(i + 1)}/${String(of)}`);
const folders: string[] = [];
for (const part of parts) {
  const name = `part-${part.replace("/", "-of-")}`;
  folders.push(join(dir, name));
  tell(`part ${part}`, await build(name, { SHARD: part }));
  row(`files of part ${part}`, String(filesIn(join(dir, name)).length));
}
tell(
  "merge",
  await run("npm", ["run", "--silent", "merge", "--", join(dir, "merged"), ...folders]),
);
const [whole, merged] = [digestsIn(join(dir, "whole")), digestsIn(join(dir, "merged"))];
row("files", `${String(whole.size)} of one build`, `${String(merged.size)} merged`);
const other = differing(whole, merged);
row("files lacking or not the same", String(other.length), ...other.slice(0, 5));
rmSync(dir, { recursive: true });
process.exitCode = other.length > 0 ? 1 : 0;
