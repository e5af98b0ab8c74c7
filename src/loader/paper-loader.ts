import { hash } from "node:crypto";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import type { Problem } from "../paper/problem.ts";
import { displayPath, site } from "../site.ts";
import type { Loaded } from "./astro-loader.ts";
import { entryLoader, explain, toStored } from "./astro-loader.ts";
import { openCache } from "./entry-cache.ts";
import { listFiles, readText } from "./folder.ts";
import { holdPapers } from "./held.ts";
import type { PaperEntry } from "./read-entry.ts";
import { readPaperEntry } from "./read-entry.ts";
import type { Unread } from "./read-many.ts";
import { readMany } from "./read-many.ts";
import { stampOf } from "./stamp.ts";

const ENDING = ".mdx";

/** A paper as Astro's store has it. */
function toLoaded({ abstract, components, ...data }: PaperEntry): Loaded {
  const { html, ...words } = abstract;
  return { data: { ...data, abstract: words }, html, components };
}

/** Every paper of a folder; what an earlier build read of the same source is taken from its cache. */
export async function readPapers(
  folder: string,
  { cacheDir, stamp }: { cacheDir: string; stamp: string },
): Promise<{ papers: Map<string, PaperEntry>; problems: Problem[] }> {
  const names = await listFiles(folder, ENDING);
  const cache = openCache(cacheDir, { stamp, papers: names.length });
  const papers = new Map<string, PaperEntry>();
  const problems: Problem[] = [];
  const unread: (Unread & { key: string; digest: string })[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const key = name.slice(0, -ENDING.length);
    // One at a time: a file is read in a hundredth of a millisecond, and a promise takes longer.
    const file = displayPath(path);
    const { source, problem } = readText(path, file);
    if (problem) {
      problems.push(problem);
      continue;
    }
    const digest = hash("sha256", source, "base64");
    const known = cache.take(key, digest);
    if (known) papers.set(key, known);
    else unread.push({ key, digest, source, file });
  }
  for (const [i, read] of (await readMany(unread)).entries()) {
    const { key = "", digest = "" } = unread[i] ?? {};
    if (Array.isArray(read)) problems.push(...read);
    else {
      papers.set(key, read);
      cache.put(key, { digest, entry: read });
    }
  }
  if (problems.length === 0) cache.save();
  return { papers, problems };
}

/**
 * Loads the papers. A build keeps them in memory and leaves to Astro's store those alone that have components, which
 * the MDX compiler draws; a server for editing leaves all to the store, which tells it of changes.
 */
export function paperLoader(folder: string): Loader {
  const name = "papers";
  const editing = entryLoader({
    name,
    folder,
    dependsOn: site.base,
    read(source, file) {
      const entry = readPaperEntry(source, file, site.urls);
      return Array.isArray(entry) ? entry : toLoaded(entry);
    },
  });
  return {
    name,
    async load(context) {
      if (context.watcher) return editing.load(context);
      const { store, config } = context;
      const { papers, problems } = await readPapers(folder, {
        cacheDir: join(site.cacheDir, name),
        stamp: stampOf(site.projectDir, site.base),
      });
      if (problems.length > 0) throw new Error(explain(problems));
      store.clear();
      for (const [id, entry] of papers)
        if (entry.components !== "none") {
          const filePath = relative(
            fileURLToPath(config.root),
            join(folder, id + ENDING),
          ).replaceAll("\\", "/");
          const digest = context.generateDigest(JSON.stringify(entry));
          store.set({ ...toStored(id, filePath, toLoaded(entry)), digest });
        }
      holdPapers(papers);
    },
  };
}
