import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { inThread } from "../../in-thread.ts";
import { WORKER_FILE } from "../edition.ts";
import { bundleWorker } from "./bundle-worker.ts";
import type { Order } from "./thread.ts";
import type { Earlier } from "./packed-before.ts";
import type { Written } from "./write-edition.ts";
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
  /** Where an earlier build left what it packed, if one may have. */
  earlier?: Earlier;
}

/** A site of so many pages has filled the memory, which is gone through again and again while buffers come and go. */
const THREAD_FROM = 5_000;

/** Writes the edition in a thread, whose memory holds nothing else. */
const writeInThread = (projectDir: string, order: Order): Promise<Written> =>
  inThread(join(projectDir, "src/offline/build/thread.ts"), order);

/**
 * Writes the service worker and the edition that it keeps into a finished folder; gives what there is to say of it.
 *
 * @param pages how many this process has drawn.
 */
export async function finishOffline(
  out: string,
  { base, offline, offlineLimit, offlineWithout, projectDir, earlier }: OfflineSettings,
  pages = 0,
): Promise<string> {
  const worker = await bundleWorker(projectDir, offline ? "sw" : "farewell");
  await writeFile(join(out, WORKER_FILE), worker);
  if (!offline) return "turned off: readers who keep the site will let it go";
  const options = {
    base,
    limit: offlineLimit * 1e6,
    without: offlineWithout,
    ...(earlier ? { earlier } : {}),
  };
  const edition = await (pages < THREAD_FROM
    ? writeEdition(out, options)
    : writeInThread(projectDir, { out, options }));
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
      "astro:build:done": async ({ dir, pages, logger }) => {
        logger.info(await finishOffline(fileURLToPath(dir), settings, pages.length));
      },
    },
  };
}
