import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { WORKER_FILE } from "../edition.ts";
import { bundleWorker } from "./bundle-worker.ts";
import { writeEdition } from "./write-edition.ts";

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * Astro's last build step: the service worker, and the edition that it keeps, out of the finished folder.
 * With `offline` off it writes a worker that removes itself and all that it kept.
 */
export function offlineEdition({
  base,
  offline,
  offlineLimit,
  offlineWithout,
  projectDir,
}: {
  base: string;
  offline: boolean;
  /** Megabytes. */
  offlineLimit: number;
  /** Beginnings of paths. */
  offlineWithout: readonly string[];
  projectDir: string;
}): AstroIntegration {
  return {
    name: "carrel-offline",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const worker = await bundleWorker(projectDir, offline ? "sw" : "farewell");
        await writeFile(join(out, WORKER_FILE), worker);
        if (!offline) {
          logger.info("turned off: readers who keep the site will let it go");
          return;
        }
        const edition = await writeEdition(out, {
          base,
          limit: offlineLimit * 1e6,
          without: offlineWithout,
        });
        logger.info(
          `${String(edition.files)} files, ${megabytes(edition.bytes)}, in ${String(edition.parts)} parts of ${megabytes(edition.size)}` +
            (edition.auto ? "" : ": kept when a reader asks for it"),
        );
      },
    },
  };
}
