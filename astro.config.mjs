import mdx from "@astrojs/mdx";
import { satteri } from "@astrojs/markdown-satteri";
import sitemap from "@astrojs/sitemap";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { offeredCatalog } from "./src/catalog/handover.ts";
import { listRedirects } from "./src/catalog/redirects.ts";
import { entryProse } from "./src/loader/mdx-plugin.ts";
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

export default defineConfig({
  site: site.origin,
  base: site.base,
  outDir: site.outDir,
  cacheDir: site.cacheDir,
  trailingSlash: "always",
  build: { format: "directory" },
  integrations: [
    mdx({
      processor: satteri({
        features: { math: true, smartPunctuation: false },
        mdastPlugins: [entryProse(site)],
      }),
    }),
    sitemap({ filter: (page) => !isRedirect(page) }),
    searchIndex(site),
  ],
  vite: { plugins: [tailwindcss()] },
});
