import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { awaitCatalog } from "../../catalog/handover.ts";
import { hintFirstSearch } from "./hint-first-search.ts";
import { makeIndex, writeFilesBelow } from "./write-index.ts";

/**
 * Astro's build step for search: takes the catalog as soon as the first page has made it, lets Pagefind
 * index it while Astro renders, and writes the files once the output folder is complete.
 *
 * @param options.language the site's, as in its settings.
 */
export function searchIndex({ language }: { language: string }): AstroIntegration {
  let making: Promise<Awaited<ReturnType<typeof makeIndex>>> | undefined;
  let base = "/";
  return {
    name: "carrel-search-index",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/?$/u, "/");
      },
      "astro:build:start": () => {
        making = awaitCatalog().then((catalog) => makeIndex(catalog, language));
        // The failure is thrown where it can stop the build, in the next hook.
        making.catch(() => undefined);
      },
      "astro:build:done": async ({ dir, logger }) => {
        if (!making) throw new Error("Search index: the build ended before it began.");
        const { files, manifest } = await making;
        const bytes = await writeFilesBelow(fileURLToPath(dir), files);
        await hintFirstSearch(fileURLToPath(dir), base, { files, manifest });
        logger.info(
          `${String(manifest.papers)} papers, ${String(files.length)} files, ${String(Math.round(bytes / 1024))} KB`,
        );
      },
    },
  };
}
