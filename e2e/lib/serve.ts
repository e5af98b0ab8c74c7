import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream";
import { pathToFileURL } from "node:url";

/** Types as static hosts send them. */
const TYPES: Readonly<Record<string, string>> = {
  ".bib": "application/x-bibtex; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".ndjson": "application/x-ndjson; charset=utf-8",
  ".png": "image/png",
  ".ris": "application/x-research-info-systems; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
const isFolder = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function send(response: ServerResponse, status: number, path: string): void {
  response.writeHead(status, {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "content-length": statSync(path).size,
    "cache-control": String(response.getHeader("cache-control") ?? "no-store"),
  });
  // A file may go, with a test's whole folder, before it is sent: that breaks off this answer alone.
  pipeline(createReadStream(path), response, () => undefined);
}

/** What may stand between a reader and the host: true where it has answered, or will. */
export type Meddler = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * A static host in small, as GitHub Pages does it: `index.html` of a folder, a redirect to the slash,
 * `404.html` for the rest; nothing outside `base` or `root`. Listens once it resolves.
 */
export function serve(
  root: string,
  base = "/",
  port = 0,
  meddler: Meddler = () => false,
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    if (meddler(request, response)) return;
    const { pathname } = new URL(request.url ?? "/", "http://host");
    let path: string;
    try {
      path = normalize(decodeURIComponent(pathname));
    } catch {
      path = sep;
    }
    const lost = () => {
      const page = join(root, "404.html");
      if (isFile(page)) send(response, 404, page);
      else response.writeHead(404).end();
    };
    if (!path.startsWith(base)) {
      lost();
      return;
    }
    const file = join(root, path.slice(base.length));
    if (path.endsWith("/") && isFile(join(file, "index.html")))
      send(response, 200, join(file, "index.html"));
    else if (isFile(file)) send(response, 200, file);
    else if (!path.endsWith("/") && isFolder(file))
      response.writeHead(301, { location: `${pathname}/` }).end();
    else lost();
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const given = typeof address === "object" && address ? address.port : port;
      resolve({ url: `http://127.0.0.1:${String(given)}${base}`, server });
    });
  });
}

const [, script, root, base, port] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href && root !== undefined) {
  const { url } = await serve(root, base ?? "/", Number(port ?? 0));
  console.log(url);
}
