import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "../manifest.ts";
import type { IndexFile } from "./pagefind-file.ts";

/** Scripts that a page or a script names, as Vite writes them: `/_astro/x.js` in a page, `./x.js` in a script. */
const IN_PAGE = /<script type="module" src="[^"]*\/_astro\/([\w.-]+\.js)"/gu;
const IMPORTED = /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/gu;
/** Of the scripts that come when they are wanted, the one that a search wants. */
const ENGINE = /import\(\s*["'`]\.\/(engine\.[\w.-]+\.js)["'`]/gu;

const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name]) => name ?? "");

/** Every script that a search runs: the page's own, the engine, and what those import, in the order of their discovery. */
export async function followScripts(
  page: string,
  read: (name: string) => Promise<string>,
): Promise<string[]> {
  const found = new Set(namesIn(page, IN_PAGE));
  // A set grows while it is walked: what a script names is looked at in its turn.
  for (const name of found) {
    const script = await read(name);
    for (const pattern of [IMPORTED, ENGINE])
      for (const next of namesIn(script, pattern)) found.add(next);
  }
  return [...found];
}

/** A file larger than this (in bytes) is left to the search that wants it: in a large corpus not every one does. */
const SMALL = 8192;

/** What `openIndex` asks for at once, and the facets' counts, which every answer shows: small ones, in a fixed order. */
export function firstFiles(
  files: readonly IndexFile[],
  { bundle, contents, large, sizes }: Manifest,
): string[] {
  if (large)
    return ["words.gz", "labels.gz", "terms.gz", "neighbours.gz"]
      .filter((path) => path in sizes)
      .map((path) => `search/${bundle}${path}`);
  const first = new Set([contents, "papers.gz", "labels.gz", "terms.gz", "authors.gz"]);
  return files
    .filter(({ path, content }) => {
      const inside = path.slice(bundle.length);
      return content.length <= SMALL && (first.has(inside) || inside.startsWith("filter/"));
    })
    .map(({ path }) => `search/${path}`);
}

/**
 * The page with the addresses of what its first search needs, on `<html data-first>`: where the page's own address
 * asks something, its first script has them all fetched at once, not one after the other. Nothing else loads them.
 */
export function addHints(page: string, base: string, paths: readonly string[]): string {
  const first = paths.map((path) => base + path).join(" ");
  return page.replace("<html ", () => `<html data-first="${first}" `);
}

/**
 * Writes the hints into the built search page of a folder.
 *
 * @param first what {@link firstFiles} gave of its index.
 */
export async function hintFirstSearch(
  out: string,
  base: string,
  first: readonly string[],
): Promise<void> {
  const path = join(out, "search", "index.html");
  const page = await readFile(path, "utf8");
  const scripts = await followScripts(page, (name) => readFile(join(out, "_astro", name), "utf8"));
  await writeFile(
    path,
    addHints(page, base, [...scripts.map((name) => `_astro/${name}`), ...first]),
  );
}
