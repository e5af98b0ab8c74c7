import { mkdirSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { offeredCatalog } from "../catalog/handover.ts";
import type { Catalog } from "../catalog/types.ts";
import { CHANGES, changeIds, readChanges } from "../paper/changes.ts";
import type { site } from "../site.ts";
import { displayPath } from "../site.ts";
import type { Moved } from "./moved.ts";
import { listAddresses } from "./present.ts";
import { drawRedirect } from "./redirect-page.ts";
import type { Redirect } from "./redirects.ts";
import { listGone, listRedirects } from "./redirects.ts";
import { readRegistry, REGISTRY } from "./registry.ts";
import { writeRules } from "./rules.ts";
import { writeSitemap } from "./sitemap.ts";
import { readOptional, readSettled } from "./settled.ts";
import { findVanished } from "./verify.ts";

type Settings = Pick<typeof site, "contentDir" | "base" | "urls" | "language" | "perPaperFiles">;

/** Nothing else is left to do meanwhile: a call a file, without promises, is the fastest. */
function writePages(dir: string, redirects: readonly Redirect[], settings: Settings) {
  const { urls, language } = settings;
  for (const { from, to, title } of redirects) {
    const file = join(dir, from, "index.html");
    const path = urls.below(to);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, drawRedirect({ path, url: urls.absolute(path), title, language }));
  }
}

/** Pages that are nothing to list: what says that there is nothing, and that there is no network. */
const NOWHERE = new Set(["404/", "404", "offline/lost/"]);

/** The map of the site; pages that say why a paper is gone are not on it. */
async function writeMap(
  dir: URL,
  pages: readonly string[],
  { urls, gone }: { urls: Settings["urls"]; gone: ReadonlySet<string> },
): Promise<void> {
  const listed = pages.filter((page) => !NOWHERE.has(page) && !gone.has(page));
  const files = writeSitemap(
    listed.map((page) => urls.absolute(urls.base + page)),
    (file) => urls.absolute(urls.asset(file)),
  );
  for (const [name, text] of files) await writeFile(fileURLToPath(new URL(name, dir)), text);
}

/** Addresses that were given out and that this build has no page for. */
function countVanished({ contentDir }: Settings, catalog: Catalog, moved: readonly Moved[]) {
  const file = join(contentDir, REGISTRY);
  const present = listAddresses({
    papers: [...catalog.papers, ...catalog.withdrawn],
    topics: catalog.topics.map(({ slug }) => slug),
    imports: changeIds(readChanges(readOptional(join(contentDir, CHANGES)))),
  });
  const known = { present, moved, file: displayPath(file), nearest: () => undefined };
  return findVanished(readRegistry(readOptional(file)), known).length;
}

/**
 * Astro's build step for addresses: the pages that only lead on, written straight to the output, since they are many
 * and each is half a kilobyte; `_redirects` for hosts that read it; a word on addresses that were lost.
 */
export function addresses(settings: Settings): AstroIntegration {
  return {
    name: "carrel-addresses",
    hooks: {
      "astro:build:done": async ({ dir, pages, logger }) => {
        const catalog = offeredCatalog();
        if (!catalog) throw new Error("Addresses: the build ended without a catalog.");
        const moved = readSettled(settings.contentDir);
        await writeMap(
          dir,
          pages.map(({ pathname }) => pathname),
          { urls: settings.urls, gone: new Set(listGone(catalog, moved).map((g) => g.address)) },
        );
        const redirects = listRedirects(catalog, moved, settings.perPaperFiles);
        writePages(fileURLToPath(dir), redirects, settings);
        const rules = writeRules(redirects, settings.base);
        if (rules !== "") await writeFile(fileURLToPath(new URL("_redirects", dir)), rules);
        logger.info(`${String(redirects.length)} addresses lead on to a page`);
        const vanished = countVanished(settings, catalog, moved);
        if (vanished > 0)
          logger.warn(
            `${String(vanished)} addresses that were given out lead nowhere any more: see \`npm run check\``,
          );
      },
    },
  };
}
