import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { DataStore, Loader, LoaderContext } from "astro/loaders";
import type { Problem } from "../paper/problem.ts";
import { compareProblems, formatProblem } from "../paper/problem.ts";
import { displayPath } from "../site.ts";
import { listFiles, readFiles } from "./folder.ts";
import type { Components } from "./read-tree.ts";

/** Change this when the same source gives another result: it empties the cache of everything read before. */
const VERSION = "6";

/** What one entry of a collection becomes. */
export interface Loaded {
  data: Record<string, unknown>;
  html: string;
  components: Components;
}

/** An entry as Astro's store takes it. */
export const toStored = (
  id: string,
  filePath: string,
  { data, html, components }: Loaded,
): Parameters<DataStore["set"]>[0] => ({
  id,
  data: { ...data, components },
  filePath,
  rendered: { html },
  ...(components === "none" ? {} : { deferredRender: true }),
});

/**
 * Loads a folder of MDX entries into Astro's content layer without bundling them: prose is drawn here and
 * cached by its digest, and only an entry with components is left to the MDX compiler.
 * All problems of all entries are collected; then the load fails once and names them.
 */
export function entryLoader(options: {
  name: string;
  folder: string;
  /** Beside the source, what the result depends on: base path, settings. */
  dependsOn: string;
  read: (source: string, file: string) => Loaded | Problem[];
}): Loader {
  const { name, folder, dependsOn, read } = options;

  const load = async ({ store, config, generateDigest, watcher, logger }: LoaderContext) => {
    const root = fileURLToPath(config.root);

    const take = (id: string, path: string, source: string): Problem[] => {
      const digest = generateDigest(`${VERSION}\n${dependsOn}\n${source}`);
      const filePath = relative(root, path).replaceAll("\\", "/");
      const present = store.get(id);
      if (present?.digest === digest && present.filePath === filePath) {
        if (present.deferredRender) store.addModuleImport(filePath);
        return [];
      }
      const loaded = read(source, displayPath(path));
      if (Array.isArray(loaded)) return loaded;
      store.set({ ...toStored(id, filePath, loaded), digest });
      return [];
    };

    const idOf = (file: string) => file.slice(0, -".mdx".length);
    const stale = new Set(store.keys());
    const problems: Problem[] = [];
    for await (const { name: file, path, source, problem } of readFiles(
      folder,
      await listFiles(folder, ".mdx"),
    )) {
      stale.delete(idOf(file));
      problems.push(...(problem ? [problem] : take(idOf(file), path, source)));
    }
    for (const id of stale) store.delete(id);
    if (problems.length > 0) throw new Error(explain(problems));

    watcher?.add(folder);
    const reload = async (changed: string) => {
      if (!changed.startsWith(folder) || !changed.endsWith(".mdx")) return;
      for await (const { name: file, path, source, problem } of readFiles(folder, [
        changed.slice(folder.length),
      ])) {
        const found = problem ? [problem] : take(idOf(file), path, source);
        if (found.length > 0) logger.error(explain(found));
      }
    };
    watcher?.on("change", (path) => void reload(path));
    watcher?.on("add", (path) => void reload(path));
    watcher?.on("unlink", (path) => {
      if (path.startsWith(folder)) store.delete(idOf(path.slice(folder.length)));
    });
  };

  return { name, load };
}

/** How many problems a message names before it only counts them. */
const NAMED = 20;

/** The message that a load fails with. */
export function explain(problems: readonly Problem[]): string {
  const sorted = problems.toSorted(compareProblems);
  const rest = sorted.length > NAMED ? [`… and ${String(sorted.length - NAMED)} more`] : [];
  const lines = [...sorted.slice(0, NAMED).map(formatProblem), ...rest];
  return `${String(problems.length)} problem(s) in the content; \`npm run check\` lists them all\n${lines.join("\n")}`;
}
