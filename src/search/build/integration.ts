import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { awaitCatalog, goBeside } from "../../catalog/handover.ts";
import { shelved } from "../../catalog/shelf.ts";
import type { Catalog } from "../../catalog/types.ts";
import { inThread } from "../../in-thread.ts";
import type { site } from "../../site.ts";
import { LARGE_FROM } from "../layout.ts";
import { hintFirstSearch } from "./hint-first-search.ts";
import type { Order } from "./thread.ts";
import type { Written } from "./write-index.ts";
import { writeIndex } from "./write-index.ts";

type Settings = Pick<typeof site, "language" | "projectDir" | "cacheDir">;

/** Megabytes that the thread of a large index may hold. */
const MEMORY = 8192;

/** Makes a large index in a thread of its own, so that it is made while pages are drawn, and beside them. */
export function writeInThread(
  catalog: Catalog,
  { projectDir, ...options }: Omit<Order, "catalog"> & { projectDir: string },
): Promise<Written> {
  const order: Order = { catalog: shelved(catalog), ...options };
  return inThread(join(projectDir, "src/search/build/thread.ts"), order, MEMORY);
}

/**
 * Astro's build step for search: takes the catalog as soon as the first page has made it, and has Pagefind index it
 * and the files written while Astro renders.
 *
 * @param settings the site's.
 */
export function searchIndex({ language, projectDir, cacheDir }: Settings): AstroIntegration {
  let making: Promise<Written> | undefined;
  let base = "/";
  let out = "";
  return {
    name: "carrel-search-index",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/?$/u, "/");
        out = fileURLToPath(config.outDir);
      },
      "astro:build:start": () => {
        making = awaitCatalog().then((catalog) =>
          catalog.papers.length < LARGE_FROM
            ? writeIndex(catalog, { out, language, cacheDir })
            : writeInThread(catalog, { out, language, cacheDir, projectDir }),
        );
        // The failure is thrown where it can stop the build, in the next hook.
        making.catch(() => undefined);
        goBeside(making);
      },
      "astro:build:done": async ({ dir, logger }) => {
        if (!making) throw new Error("Search index: the build ended before it began.");
        const { files, bytes, first, manifest } = await making;
        await hintFirstSearch(fileURLToPath(dir), base, first);
        logger.info(
          `${String(manifest.papers)} papers, ${String(files)} files, ${String(Math.round(bytes / 1024))} KB`,
        );
      },
    },
  };
}
