import { readdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import type { AstroIntegration, AstroPrerenderer } from "astro";
import { beginDrawing, besideDrawing, offeredCatalog } from "../catalog/handover.ts";
import { freeMemory } from "../free-memory.ts";
import type { site } from "../site.ts";
import { digestMakers, digestRest, openLedger } from "./ledger.ts";
import type { Job, Order, Printing, Report } from "./order.ts";
import { SHARD_FILE } from "./order.ts";
import { watch } from "./progress.ts";
import { share, shelved } from "../catalog/shelf.ts";

type Paths = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>;

/** Routes with a page for every paper, and for every author: what a large site mostly consists of. */
const BULK = ["src/pages/papers/[key].astro", "src/pages/authors/[slug]/[...page].astro"];

/** What Astro's own prerenderer holds once it is set up, as far as it is used here. */
interface Drawing {
  app: {
    getOptions(): {
      allPages: Record<string, { styles: unknown[] }>;
      pageNames: string[];
      settings: { scripts: unknown[]; config: { outDir: URL } };
    };
  };
}

/** Megabytes for a thread's short-lived objects: pages are nothing else, and the default collects all the time. */
const YOUNG = 128;

/** Where Astro put the bundle that draws pages: inside the output, or inside the project for outputs elsewhere. */
function findEntry(out: string, projectDir: string): string {
  for (const folder of [join(out, ".prerender"), join(projectDir, ".astro/.prerender")]) {
    try {
      const name = readdirSync(folder).find((file) => /^prerender-entry\..*mjs$/u.test(file));
      if (name !== undefined) return join(folder, name);
    } catch {
      // Not there, then.
    }
  }
  throw new Error("Press: Astro's bundle for drawing pages was not found. Is it another Astro?");
}

/**
 * Draws pages in as many threads as there are cores; done when all are written. Says what was drawn.
 *
 * @param pages how many there are.
 * @param others work that goes on at the same time, in one place after the other each. They have a core each, and leave it
 * to a thread that draws when they end: what cannot be shared would be the last to end.
 * @param say is told every few seconds how far it is.
 */
async function print(
  order: Order,
  pages: number,
  projectDir: string,
  others: readonly Promise<unknown>[],
  say: (line: string) => void,
): Promise<Report> {
  const thread = join(projectDir, "src/press/thread.ts");
  const count = new Int32Array(order.taken);
  const taken = () => Atomics.load(count, 0);
  const all: Report = [];
  let stop: (() => void) | undefined;
  const work = () => {
    stop ??= watch(taken, pages, say);
    return new Promise<void>((resolve, reject) => {
      const worker = new Worker(thread, {
        workerData: order,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      });
      worker.on("message", (report: Report) => {
        for (const page of report) all.push(page);
      });
      worker.once("error", reject);
      worker.once("exit", (code) => {
        if (code === 0) resolve();
        else reject(new Error(`Press: a thread ended with ${String(code)}.`));
      });
    });
  };
  const cores = Math.max(1, availableParallelism());
  const busy = others.slice(0, cores);
  const atOnce = Array.from({ length: cores - busy.length }, work);
  const later = busy.map(async (other) => {
    await other.catch(() => undefined);
    if (taken() < pages) await work();
  });
  await Promise.all([...atOnce, ...later]).finally(() => stop?.());
  return all;
}

/**
 * Draws the pages of a large site, one for every paper and author, in threads on all cores, while Astro draws the
 * rest and the search index is made. Each thread reads the whole catalog and has Astro's own bundle, so that its pages are
 * the same bytes as Astro would have written; Astro is only spared the way from a page to its file.
 * A shard draws its share of them; the first draws the rest of the site as well.
 *
 * @param all every setting: what was drawn before is good only where none has changed, for a page may hang on any.
 */
export function press(all: typeof site): AstroIntegration {
  const { base, origin, projectDir, threadsFrom, shard, cacheDir, previousDir } = all;
  return {
    name: "carrel-press",
    hooks: {
      "astro:build:done": ({ dir }) => {
        if (!shard) return;
        const label = `${String(shard.place + 1)}/${String(shard.of)}`;
        writeFileSync(new URL(SHARD_FILE, dir), label);
      },
      "astro:build:start": ({ setPrerenderer, logger }) => {
        setPrerenderer((usual) => {
          let printed: Promise<void> | undefined;
          let fault: Error | undefined;
          const astro = Promise.withResolvers<void>();
          /** Gives threads the pages that they draw, and gives back the rest. */
          const begin = (paths: Paths): Paths => {
            const bulk = paths.filter(({ route }) => BULK.includes(route.component));
            const catalog = offeredCatalog();
            if (!catalog || (bulk.length < threadsFrom && !shard)) return paths;
            const own = shard ? bulk.filter((_, i) => i % shard.of === shard.place) : bulk;
            const { allPages, pageNames, settings } = (
              usual as unknown as Drawing
            ).app.getOptions();
            const pages = Object.entries(allPages).map(
              ([key, { styles }]): Printing["pages"][number] => [key, { styles }],
            );
            const out = fileURLToPath(settings.config.outDir);
            const entry = findEntry(out, projectDir);
            const { scripts } = settings;
            const shelf = shelved(catalog);
            freeMemory();
            const makers = digestMakers(
              [dirname(entry), join(projectDir, "src")],
              [JSON.stringify(all), JSON.stringify([pages, scripts]), digestRest(catalog)],
            );
            const ledger = openLedger(join(cacheDir, "pages.bin"), makers, shelf);
            const jobs = own.map(({ route: { component }, pathname }): Job => {
              const path = trim(pathname);
              const kept = ledger.find(path);
              return kept === undefined ? { component, path } : { component, path, kept };
            });
            const known = jobs.filter(({ kept }) => kept !== undefined).length;
            if (known > 0) logger.info(`${String(known)} pages are as they were`);
            const printing: Printing = { jobs, pages, scripts };
            const taken = new SharedArrayBuffer(4);
            const beside = besideDrawing();
            printed = print(
              {
                entry,
                catalog: shelf,
                printing: share(serialize(printing)),
                taken,
                out,
                before: previousDir,
                root: origin + base,
              },
              jobs.length,
              projectDir,
              beside ? [astro.promise, beside] : [astro.promise],
              (line) => {
                logger.info(line);
              },
            ).then((report) => {
              for (const [path, drawn] of report) ledger.note(path, drawn);
              ledger.save();
            });
            // Thrown where it stops the build: when Astro has drawn the rest.
            printed.catch((error: unknown) => {
              fault = error instanceof Error ? error : new Error(String(error));
            });
            // What Astro counts, and what the sitemap lists.
            for (const { pathname } of bulk) pageNames.push(`${trim(pathname)}/`);
            if (shard && shard.place > 0) return [];
            return paths.filter(({ route }) => !BULK.includes(route.component));
          };
          return {
            ...usual,
            async getStaticPaths() {
              const left = begin(await usual.getStaticPaths());
              beginDrawing();
              return left;
            },
            async teardown() {
              astro.resolve();
              await usual.teardown?.();
              await printed?.catch(() => undefined);
              if (fault) throw fault;
            },
          };
        });
      },
    },
  };
}

/** A path as a folder below the output. */
const trim = (pathname: string) => pathname.replace(/^\/|\/$/gu, "");
