import mdx from "@astrojs/mdx";
import { satteri } from "@astrojs/markdown-satteri";
import sitemap from "@astrojs/sitemap";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { entryProse } from "./src/loader/mdx-plugin.ts";
import { site } from "./src/site.ts";

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
    sitemap(),
  ],
  vite: { plugins: [tailwindcss()] },
});
