import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { projectDir } from "../../lib/stage.ts";
import type { Item } from "./records.ts";
import { multiply } from "./records.ts";
import type { Run } from "./run.ts";
import { run } from "./run.ts";

/** The corpus that larger numbers are drawn from where no other is named. */
export const CORPUS = resolve(projectDir, "../shared/corpus/iclr.csl.json.gz");

const own = join(projectDir, "content");

/** The records of a CSL-JSON file, gzipped or not; undefined where there is none. */
export function readItems(file: string): Item[] | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const text = file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  return JSON.parse(text.toString("utf8")) as Item[];
}

/** Writes records as one JSON array, a thousand at a time. */
export function writeRecords(file: string, items: Iterable<Item>): void {
  writeFileSync(file, "[");
  const block: string[] = [];
  let first = true;
  for (const item of items) {
    block.push((first ? "" : ",\n") + JSON.stringify(item));
    first = false;
    if (block.length >= 1000) appendFileSync(file, block.splice(0).join(""));
  }
  appendFileSync(file, `${block.join("")}]\n`);
}

/**
 * Makes a content folder of `count` papers: those of the project as far as they reach, else papers of a corpus, imported.
 *
 * @returns what the import took, and the records; undefined for the project's own. Throws where there is no corpus.
 */
export async function makeContent(
  contentDir: string,
  count: number,
  corpus: string,
): Promise<{ imported: Run; items: Item[] } | undefined> {
  mkdirSync(contentDir, { recursive: true });
  const papers = readdirSync(join(own, "papers")).sort();
  if (count <= papers.length) {
    cpSync(own, contentDir, { recursive: true });
    for (const file of papers.slice(count)) rmSync(join(contentDir, "papers", file));
    return undefined;
  }
  const items = readItems(corpus);
  if (!items)
    throw new Error(
      `${corpus} is not there, and content/ has only ${String(papers.length)} papers. Name a CSL-JSON file: --corpus FILE`,
    );
  const source = `${contentDir}.json`;
  writeRecords(source, multiply(items, count));
  const imported = await run("node", ["src/importer/cli.ts", source, "--keep-keys"], {
    CONTENT_DIR: contentDir,
  });
  rmSync(source);
  return { imported, items };
}
