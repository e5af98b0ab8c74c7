import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { site } from "./src/site.ts";

export default defineConfig({
  site: site.origin,
  base: site.base,
  outDir: site.outDir,
  trailingSlash: "always",
  build: { format: "directory" },
  integrations: [mdx(), sitemap()],
  vite: { plugins: [tailwindcss()] },
});
