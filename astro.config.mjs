import { cpSync, rmSync } from "node:fs";
import mdx from "@astrojs/mdx";
import { satteri } from "@astrojs/markdown-satteri";
import sitemap from "@astrojs/sitemap";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { offeredCatalog } from "./src/catalog/handover.ts";
import { listRedirects } from "./src/catalog/redirects.ts";
import { entryProse } from "./src/loader/mdx-plugin.ts";
import { offlineEdition } from "./src/offline/build/integration.ts";
import { searchIndex } from "./src/search/build/integration.ts";
import { site } from "./src/site.ts";

/** Pages that only lead on to another are nothing to list. */
function isRedirect(page) {
  const catalog = offeredCatalog();
  redirects ??= new Set(
    (catalog ? listRedirects(catalog) : []).map(({ path }) =>
      site.urls.absolute(site.urls.asset(`${path}/`)),
    ),
  );
  return redirects.has(page);
}
let redirects;

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
    sitemap({ filter: (page) => !isRedirect(page) && !page.endsWith("/offline/lost/") }),
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
