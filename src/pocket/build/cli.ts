import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { formatProblem } from "../../paper/problem.ts";
import { makeIndex } from "../../search/build/write-index.ts";
import { callerDir, displayPath, site } from "../../site.ts";
import { createUrls } from "../../urls.ts";
import { bundleApp } from "./bundle-app.ts";
import { readCatalog } from "./read-catalog.ts";
import { writeBlocks } from "./write-blocks.ts";
import { writeFile as writePocket } from "./write-file.ts";

const USAGE = `Usage: npm run pack [-- --out FILE]

Writes the whole collection into one HTML file (carrel.html), which opens by double-click, without server or network.
It is made from the content itself: no build of the site is needed. CONTENT_DIR names another content folder.`;

function readArguments(): { out: string; help: boolean } {
  try {
    const options = { out: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    const { values } = parseArgs({ options, allowPositionals: false });
    return { out: values.out ?? "carrel.html", help: values.help ?? false };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

const { out, help } = readArguments();
if (help) {
  console.log(USAGE);
  process.exit(0);
}

const started = performance.now();
// Links inside texts are the site's paths; the file puts a hash before them.
const { catalog, problems } = await readCatalog(site.contentDir, createUrls("/"), displayPath);
if (problems.length > 0) {
  for (const problem of problems) console.error(formatProblem(problem));
  console.error(`${String(problems.length)} problem(s) in the content: nothing was written.`);
  process.exit(1);
}
const [index, app, icon] = await Promise.all([
  makeIndex(catalog, site.language),
  bundleApp(site.projectDir),
  readFile(join(site.projectDir, "public/favicon.svg"), "utf8"),
]);
const isPublished = !/^https?:\/\/localhost\b/u.test(site.origin);
const blocks = writeBlocks(catalog, index, {
  ...site,
  ...(isPublished ? { home: site.urls.absolute(site.urls.home()) } : {}),
});
const html = writePocket({ site, app, blocks, catalog, icon });
const file = resolve(callerDir, out);
await mkdir(dirname(file), { recursive: true });
// A file that is there already stays whole until the new one is.
await writeFile(`${file}.part`, html);
await rename(`${file}.part`, file);
const megabytes = (Buffer.byteLength(html) / 1e6).toFixed(2);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${displayPath(file)}: ${String(catalog.papers.length)} papers, ${megabytes} MB, in ${seconds} s`,
);
process.exit();
