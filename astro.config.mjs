import mdx from "@astrojs/mdx";
import { satteri } from "@astrojs/markdown-satteri";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { addresses } from "./src/addresses/integration.ts";
import { folderFault } from "./src/command/folder-fault.ts";
import { deliver, outFault } from "./src/deliver.ts";
import { lastBuild } from "./src/last-build.ts";
import { entryProse } from "./src/loader/mdx-plugin.ts";
import { offlineEdition } from "./src/offline/build/integration.ts";
import { pictures } from "./src/pictures/build/integration.ts";
import { press } from "./src/press/integration.ts";
import { searchIndex } from "./src/search/build/integration.ts";
import { displayPath, site } from "./src/site.ts";

// What a shell notes there is how the command was called. Astro takes it for a setting that pages may ask for, and every
// page would seem to be another one where the same build is called in another way.
delete process.env["_"];

const isBuild = process.argv.includes("build");
const fault =
  site.placeFault ??
  (await folderFault(site.contentDir, "read", displayPath)) ??
  (isBuild ? outFault(site, displayPath) : undefined);
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}

export default defineConfig({
  site: site.origin,
  base: site.base,
  devToolbar: { enabled: false },
  outDir: isBuild ? site.buildDir : site.outDir,
  cacheDir: site.cacheDir,
  // While it is worked on, Astro takes `[key].[format].ts` for a page, whose address would want a slash.
  trailingSlash: process.argv.includes("dev") ? "ignore" : "always",
  // No inline style ever meets the Content-Security-Policy. Pages are drawn while others before them are being written.
  build: { format: "directory", inlineStylesheets: "never", concurrency: 8 },
  integrations: [
    mdx({
      processor: satteri({
        features: { math: true, smartPunctuation: false },
        mdastPlugins: [entryProse(site)],
      }),
    }),
    press(site),
    ...(site.shard && site.shard.place > 0
      ? []
      : [addresses(site), pictures(site), searchIndex(site)]),
    // What readers keep is made of all parts: see `npm run merge`.
    ...(site.shard
      ? []
      : [offlineEdition({ ...site, earlier: { site: site.previousDir, notes: site.cacheDir } })]),
    lastBuild(site),
    deliver(site),
  ],
  vite: {
    plugins: [tailwindcss()],
    // Scripts stay files: the Content-Security-Policy knows no inline script but the theme's.
    build: { assetsInlineLimit: 0 },
  },
});
