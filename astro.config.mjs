import { spawn } from "node:child_process";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import mdx from "@astrojs/mdx";
import { satteri } from "@astrojs/markdown-satteri";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "astro/config";
import { addresses } from "./src/addresses/integration.ts";
import { folderFault } from "./src/command/folder-fault.ts";
import { carryOver } from "./src/deliver.ts";
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

const fault = await folderFault(site.contentDir, "read", displayPath);
if (fault !== undefined) {
  console.error(fault);
  process.exit(1);
}

/** Moves what an earlier build left out of the way: pages that are as they were are taken from there. */
function clear(dir) {
  // A repository in it stays, as Astro leaves it.
  if (!existsSync(dir) || existsSync(join(dir, ".git"))) return;
  try {
    forget();
    mkdirSync(site.cacheDir, { recursive: true });
    renameSync(dir, site.previousDir);
  } catch {
    return; // On another disk, or not ours to move: Astro empties it.
  }
}

/** Deletes what is left of an earlier build, in a process of its own. */
function forget() {
  if (!existsSync(site.previousDir)) return;
  const old = join(
    site.cacheDir,
    `old-${String(process.pid)}-${String(Math.round(performance.now()))}`,
  );
  renameSync(site.previousDir, old);
  const remove = "fs.rmSync(process.argv[1], { recursive: true, force: true })";
  spawn(process.execPath, ["-e", remove, old], { detached: true, stdio: "ignore" }).unref();
}

/** Makes room for a build, and carries the finished one to where it is wanted. */
const deliver = {
  name: "carrel-deliver",
  hooks: {
    "astro:build:start": () => {
      clear(site.buildDir);
    },
    "astro:build:done": () => {
      forget();
      if (site.buildDir !== site.outDir) carryOver(site.buildDir, site.outDir);
    },
  },
};

export default defineConfig({
  site: site.origin,
  base: site.base,
  devToolbar: { enabled: false },
  outDir: process.argv.includes("build") ? site.buildDir : site.outDir,
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
    deliver,
  ],
  vite: {
    plugins: [tailwindcss()],
    // Scripts stay files: the Content-Security-Policy knows no inline script but the theme's.
    build: { assetsInlineLimit: 0 },
  },
});
