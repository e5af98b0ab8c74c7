import { cpSync, rmSync } from "node:fs";
import mdx from "@astrojs/mdx";
import { satteri } from "@astrojs/markdown-satteri";
import sitemap from "@astrojs/sitemap";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { addresses } from "./src/addresses/integration.ts";
import { listGone } from "./src/addresses/redirects.ts";
import { readSettled } from "./src/addresses/settled.ts";
import { offeredCatalog } from "./src/catalog/handover.ts";
import { entryProse } from "./src/loader/mdx-plugin.ts";
import { offlineEdition } from "./src/offline/build/integration.ts";
import { pictures } from "./src/pictures/build/integration.ts";
import { press } from "./src/press/integration.ts";
import { searchIndex } from "./src/search/build/integration.ts";
import { site } from "./src/site.ts";

/** Pages that say why a paper is gone are nothing to list. */
function isGone(page) {
  const catalog = offeredCatalog();
  gone ??= new Set(
    (catalog ? listGone(catalog, readSettled(site.contentDir)) : []).map(({ address }) =>
      site.urls.absolute(site.urls.below(address)),
    ),
  );
  return gone.has(page);
}
let gone;

/** Carries a finished build to where it is wanted. */
const deliver = {
  name: "carrel-deliver",
  hooks: {
    "astro:build:done": () => {
      if (site.buildDir === site.outDir) return;
      rmSync(site.outDir, { recursive: true, force: true });
      cpSync(site.buildDir, site.outDir, { recursive: true });
      rmSync(site.buildDir, { recursive: true });
    },
  },
};

export default defineConfig({
  site: site.origin,
  base: site.base,
  outDir: process.argv.includes("build") ? site.buildDir : site.outDir,
  cacheDir: site.cacheDir,
  trailingSlash: "always",
  // No inline style ever meets the Content-Security-Policy.
  build: { format: "directory", inlineStylesheets: "never" },
  integrations: [
    mdx({
      processor: satteri({
        features: { math: true, smartPunctuation: false },
        mdastPlugins: [entryProse(site)],
      }),
    }),
    sitemap({ filter: (page) => !isGone(page) && !page.endsWith("/offline/lost/") }),
    press(site),
    addresses(site),
    pictures(site),
    searchIndex(site),
    offlineEdition(site),
    deliver,
  ],
  vite: {
    plugins: [tailwindcss()],
    // Scripts stay files: the Content-Security-Policy knows no inline script but the theme's.
    build: { assetsInlineLimit: 0 },
  },
});
