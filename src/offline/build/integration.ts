import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { WORKER_FILE } from "../edition.ts";
import { bundleWorker } from "./bundle-worker.ts";
import { writeEdition } from "./write-edition.ts";

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** What decides what readers may keep. */
export interface OfflineSettings {
  base: string;
  offline: boolean;
  /** Megabytes. */
  offlineLimit: number;
  /** Beginnings of paths. */
  offlineWithout: readonly string[];
  projectDir: string;
}

/** Writes the service worker and the edition that it keeps into a finished folder; gives what there is to say of it. */
export async function finishOffline(
  out: string,
  { base, offline, offlineLimit, offlineWithout, projectDir }: OfflineSettings,
): Promise<string> {
  const worker = await bundleWorker(projectDir, offline ? "sw" : "farewell");
  await writeFile(join(out, WORKER_FILE), worker);
  if (!offline) return "turned off: readers who keep the site will let it go";
  const edition = await writeEdition(out, {
    base,
    limit: offlineLimit * 1e6,
    without: offlineWithout,
  });
  return (
    `${String(edition.files)} files, ${megabytes(edition.bytes)}, in ${String(edition.parts)} parts of ${megabytes(edition.size)}` +
    (edition.auto ? "" : ": kept when a reader asks for it")
  );
}

/**
 * Astro's last build step: the service worker, and the edition that it keeps, out of the finished folder.
 * With `offline` off it writes a worker that removes itself and all that it kept.
 */
export function offlineEdition(settings: OfflineSettings): AstroIntegration {
  return {
    name: "carrel-offline",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        logger.info(await finishOffline(fileURLToPath(dir), settings));
      },
    },
  };
}
