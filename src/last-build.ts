import { createReadStream, existsSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import type { AstroIntegration } from "astro";

/** What no page of Astro's draws and a build makes: the search index, pictures, addresses that lead on. */
const MADE = /^(?:search\/.|og\/|abs\/|doi\/)/u;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

/** The file of the last build that answers a request, where it is one that only a build makes. */
export function findMade(url: string, base: string, outDir: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url, "http://host").pathname);
  } catch {
    return undefined;
  }
  const below = path.startsWith(base) ? path.slice(base.length) : "";
  if (!MADE.test(below)) return undefined;
  const file = normalize(join(outDir, below.endsWith("/") ? `${below}index.html` : below));
  if (!file.startsWith(outDir + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}

/**
 * While the site is worked on (`npm run dev`), search and what else only a build makes answer from the last one.
 *
 * @param options.outDir absolute: where that build is.
 */
export function lastBuild({ base, outDir }: { base: string; outDir: string }): AstroIntegration {
  return {
    name: "carrel-last-build",
    hooks: {
      "astro:server:setup": ({ server, logger }) => {
        if (!existsSync(join(outDir, "search/index.json")))
          logger.warn("There is no build to search in yet: `npm run build` makes one.");
        server.middlewares.use((request, response, next) => {
          const file = findMade(request.url ?? "", base, outDir);
          if (file === undefined) {
            next();
            return;
          }
          response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
          response.setHeader("cache-control", "no-store");
          createReadStream(file).pipe(response);
        });
      },
    },
  };
}
