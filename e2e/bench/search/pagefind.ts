import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Manifest } from "../../../src/search/manifest.ts";
import type { Search } from "./reference.ts";

interface PagefindModule {
  options(options: object): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** Serves `fetch` from disk, for Pagefind's own script expects a browser. */
function fetchFromDisk(): void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith("file:")) return real(input, init);
    const bytes = await readFile(fileURLToPath(url.replace(/\?.*$/u, "")));
    return new Response(bytes);
  };
}

/** Pagefind's own search over the same index, as it comes. */
export async function makePagefind(out: string): Promise<Search> {
  const search = resolve(out, "search");
  const manifest = JSON.parse(readFileSync(join(search, "index.json"), "utf8")) as Manifest;
  const folder = join(search, manifest.bundle);
  fetchFromDisk();
  const page = globalThis as { document?: object; window?: object; location?: object };
  page.document ??= { querySelector: () => ({ getAttribute: () => "en" }) };
  page.window ??= globalThis;
  page.location ??= new URL("file:///");
  const url = pathToFileURL(join(folder, "pagefind.js")).href;
  const pagefind = (await import(url)) as PagefindModule;
  await pagefind.options({ basePath: pathToFileURL(folder).href, baseUrl: "/", noWorker: true });
  return async (query) => {
    const { results } = await pagefind.search(query);
    const found = await Promise.all(results.slice(0, 100).map((result) => result.data()));
    return found.map((data) => decodeURIComponent(data.url.replace(/^.*\/papers\/|\/$/gu, "")));
  };
}
