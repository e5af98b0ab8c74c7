import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { awaitCatalog } from "../../catalog/handover.ts";
import { inThread } from "../../in-thread.ts";
import type { site } from "../../site.ts";
import type { Card } from "../cards.ts";
import { listCards } from "../cards.ts";
import type { Task } from "./thread.ts";

type Settings = Pick<typeof site, "title" | "tagline" | "pictures" | "cacheDir" | "projectDir">;

/** A picture of the site: where it goes, and where it is drawn to and kept. */
interface Kept extends Task {
  /** Below the site. */
  file: string;
}

/** What every picture depends on beside its card: how cards are laid out, and by which releases they are drawn. */
function readManner(projectDir: string): string {
  const here = join(projectDir, "src/pictures/build");
  const { dependencies } = JSON.parse(readFileSync(join(projectDir, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const drawnBy = [
    "satori",
    "@resvg/resvg-wasm",
    "@fontsource/source-serif-4",
    "@fontsource/stix-two-math",
  ];
  return [
    ...["colours.ts", "lay-out.ts", "draw.ts"].map((file) =>
      readFileSync(join(here, file), "utf8"),
    ),
    ...drawnBy.map((name) => dependencies[name] ?? ""),
  ].join("\n");
}

const nameOf = (card: Card, manner: string) =>
  `${createHash("sha256").update(manner).update(JSON.stringify(card)).digest("hex").slice(0, 32)}.png`;

/** Draws what is not kept yet, in one thread beside the rest of the build. */
async function drawMissing(tasks: readonly Kept[], projectDir: string): Promise<number> {
  const missing = [...new Map(tasks.map((task) => [task.path, task])).values()].filter(
    ({ path }) => !existsSync(path),
  );
  if (missing.length === 0) return 0;
  const order: Task[] = missing.map(({ card, path }) => ({ card, path }));
  return inThread(join(projectDir, "src/pictures/build/thread.ts"), order);
}

/**
 * Astro's build step for pictures: draws one for the site, each topic and, up to the setting `pictures`, each paper,
 * while Astro renders. What was drawn before is taken from the cache, which holds nothing else afterwards.
 */
export function pictures(settings: Settings): AstroIntegration {
  const folder = join(settings.cacheDir, "pictures");
  let making: Promise<{ kept: Kept[]; drawn: number }> | undefined;
  return {
    name: "carrel-pictures",
    hooks: {
      "astro:build:start": () => {
        making = awaitCatalog().then(async (catalog) => {
          mkdirSync(folder, { recursive: true });
          const manner = readManner(settings.projectDir);
          const kept = listCards(catalog, settings).map(({ file, card }) => ({
            file,
            card,
            path: join(folder, nameOf(card, manner)),
          }));
          return { kept, drawn: await drawMissing(kept, settings.projectDir) };
        });
        // The failure is thrown where it can stop the build, in the next hook.
        making.catch(() => undefined);
      },
      "astro:build:done": async ({ dir, logger }) => {
        if (!making) throw new Error("Pictures: the build ended before it began.");
        const { kept, drawn } = await making;
        for (const { file, path } of kept) {
          const to = join(fileURLToPath(dir), file);
          mkdirSync(dirname(to), { recursive: true });
          copyFileSync(path, to);
        }
        const wanted = new Set(kept.map(({ path }) => path));
        for (const name of readdirSync(folder))
          if (!wanted.has(join(folder, name))) rmSync(join(folder, name));
        logger.info(`${String(kept.length)} pictures, ${String(drawn)} of them drawn anew`);
      },
    },
  };
}
