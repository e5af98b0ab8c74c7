import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Catalog } from "../../catalog/types.ts";
import { readLexicon } from "../engine/lexicon.ts";
import { LARGE_FROM } from "../layout.ts";
import type { Manifest } from "../manifest.ts";
import { stem } from "../words/stem.ts";
import { feedPagefind } from "./feed-pagefind.ts";
import { firstFiles } from "./hint-first-search.ts";
import { toLargeFiles } from "./large.ts";
import { toRecords } from "./records.ts";
import type { IndexFile } from "./pagefind-file.ts";
import { toSides } from "./sides.ts";
import type { RunCache } from "./run-cache.ts";
import { openRunCache } from "./run-cache.ts";
import { readTexts } from "./texts.ts";

/** Files that are written at once. */
const BATCH = 64;

/** Languages that Pagefind stems as this engine does; others are indexed word for word. */
const indexLanguage = (language: string) => (/^en\b/u.test(language) ? "en" : "unknown");

/** Name of a bundle: of everything in it, so that a new index never meets an old file. */
function digestOf(files: readonly IndexFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file.path}\0`).update(file.content);
  return hash.digest("hex").slice(0, 12);
}

/**
 * Everything that search is served from, before it is written: paths below `search/`.
 *
 * @param largeFrom papers from which on there are word lists beside Pagefind's files.
 * @param cache what Pagefind made in earlier builds.
 */
export async function makeIndex(
  catalog: Catalog,
  language: string,
  largeFrom = LARGE_FROM,
  cache?: RunCache,
): Promise<{ files: IndexFile[]; manifest: Manifest }> {
  const stemmed = indexLanguage(language);
  // Pagefind is a process of its own: it works while this one makes the files beside its.
  const { length } = catalog.papers;
  const recordsOf = (from: number, to: number) => toRecords(catalog, stemmed, from, to);
  const feeding = length === 0 ? [] : feedPagefind(length, recordsOf, { cache });
  const large = length >= largeFrom;
  const besides = async () => {
    const texts = await readTexts(catalog.papers);
    return { texts, ...toSides(catalog, large, texts) };
  };
  const [pagefind, { texts, files: own, terms }] = await Promise.all([feeding, besides()]);
  const toStem = stemmed === "en" ? stem : (word: string) => word;
  const phrases = large ? readLexicon(terms, toStem).phrases() : [];
  const lists = large ? toLargeFiles(catalog, pagefind, { phrases, toStem, texts }) : [];
  const sides = [...own, ...lists];
  const inside = [...pagefind, ...sides].sort((a, b) => (a.path < b.path ? -1 : 1));
  const bundle = digestOf(inside);
  const manifest: Manifest = {
    version: 1,
    bundle: `${bundle}/`,
    contents: pagefind.find((file) => file.path.endsWith(".pf_meta"))?.path ?? "",
    papers: length,
    large,
    language: stemmed === "en" ? "en" : "unknown",
    updated: catalog.updated?.iso ?? "",
    // Of the files that hold a piece each, there are too many to list.
    sizes: Object.fromEntries(
      sides
        .filter(({ path }) => !/^(?:words|names)\//u.test(path))
        .map((side) => [side.path, side.content.length]),
    ),
  };
  const files = inside.map((file) => ({ ...file, path: `${bundle}/${file.path}` }));
  files.push({ path: "index.json", content: new TextEncoder().encode(JSON.stringify(manifest)) });
  return { files, manifest };
}

/** Writes files below `<out>/search/`; gives their bytes. */
async function writeFilesBelow(out: string, files: readonly IndexFile[]): Promise<number> {
  const root = join(out, "search");
  for (const folder of new Set(files.map((file) => dirname(join(root, file.path)))))
    await mkdir(folder, { recursive: true });
  for (let from = 0; from < files.length; from += BATCH)
    await Promise.all(
      files.slice(from, from + BATCH).map((file) => writeFile(join(root, file.path), file.content)),
    );
  return files.reduce((sum, file) => sum + file.content.length, 0);
}

/** An index that was written. */
export interface Written {
  manifest: Manifest;
  /** What a first search asks for at once: addresses below the base path. */
  first: string[];
  files: number;
  bytes: number;
}

/**
 * Builds the search index of a catalog below `<out>/search/`: Pagefind's files and this engine's own
 * in a folder named by their content, and `index.json`, which names that folder.
 *
 * @param options.cacheDir absolute: where earlier builds kept what Pagefind made; nothing is kept where it is left out.
 */
export async function writeIndex(
  catalog: Catalog,
  {
    out,
    language,
    largeFrom,
    cacheDir,
  }: { out: string; language: string; largeFrom?: number; cacheDir?: string },
): Promise<Written> {
  const cache = cacheDir === undefined ? undefined : openRunCache(join(cacheDir, "pagefind"));
  const { manifest, files } = await makeIndex(catalog, language, largeFrom, cache);
  const bytes = await writeFilesBelow(out, files);
  return { manifest, first: firstFiles(files, manifest), files: files.length, bytes };
}
