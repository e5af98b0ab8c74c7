/** What a request asks for. */
export interface Asked {
  method: string;
  url: string;
  /** `navigate` for pages that are opened. */
  mode: string;
  /** Whether it has a Range header. */
  ranged: boolean;
}

/**
 * How a request is answered. `pass`: by the network alone. `hashed`: its name changes with its content,
 * so what is kept is right. `index`: the pointer into the search index. `live`: may change under its name.
 */
export type Strategy =
  | { kind: "pass" }
  | { kind: "hashed" | "live"; path: string }
  | { kind: "index"; path: string; engine: string };

const HASHED = /^(?:_astro\/|search\/[0-9a-f]{12}\/)/u;
/** What the build writes for the worker. */
const EDITION = /^offline\/(?:parts\/)?[^/]+\.(?:json|bin|tar\.gz)$/u;
const INDEX = "search/index.json";

/** The file that an address stands for, below the base path; queries never count. */
export function filePath(url: URL, base: string): string | undefined {
  if (!url.pathname.startsWith(base)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname.slice(base.length));
  } catch {
    return undefined;
  }
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** Decides how a request is answered. `scope` is the site's address, with its base path. */
export function chooseStrategy(asked: Asked, scope: string): Strategy {
  const url = new URL(asked.url);
  const site = new URL(scope);
  if (asked.method !== "GET" || url.origin !== site.origin || asked.ranged) return { kind: "pass" };
  const path = filePath(url, site.pathname);
  if (path === undefined) return { kind: "pass" };
  if (EDITION.test(path)) return { kind: "pass" };
  if (HASHED.test(path)) return { kind: "hashed", path };
  if (path === INDEX) {
    const engine = url.searchParams.get("engine") ?? "";
    return {
      kind: "index",
      path,
      engine: engine.startsWith(site.pathname) ? engine.slice(site.pathname.length) : "",
    };
  }
  return { kind: "live", path };
}

const TYPES: Readonly<Record<string, string>> = {
  bib: "application/x-bibtex; charset=utf-8",
  css: "text/css; charset=utf-8",
  gz: "application/gzip",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
  png: "image/png",
  ris: "application/x-research-info-systems; charset=utf-8",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  woff2: "font/woff2",
  xml: "application/xml; charset=utf-8",
};

/** The type that a file is answered with, as static hosts do it. */
export const contentType = (path: string) =>
  TYPES[/\.([a-z0-9]+)$/u.exec(path)?.[1] ?? ""] ?? "application/octet-stream";

/** What every page of this site has in its first tag; a captive portal's page has not. */
const MARK = /<html[^>]*\sdata-offline=/iu;

/** Whether an answer's body can be the file that was asked for: not somebody else's page in its place. */
export function isOurs(path: string, type: string, text: string): boolean {
  const html = /^text\/html\b/iu.test(type);
  if (path.endsWith(".html")) return html && MARK.test(text.slice(0, 2048));
  return !html;
}
