import { hash } from "node:crypto";
import { copyFileSync, linkSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deserialize } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { offerCatalog } from "../catalog/handover.ts";
import type { Sheet } from "./desk.ts";
import { openDesk } from "./desk.ts";
import type { Drawn, Job, Order, Printing, Report } from "./order.ts";
import { CHUNK } from "./order.ts";
import { openShelf } from "../catalog/shelf.ts";

/**
 * One thread of the press: draws pages with the same bundle as Astro does, out of the same catalog; another writes them.
 * Nothing is said while it works: the others read from `taken` how far all of them are. At the end it says what it drew.
 */

/** What Astro's bundle exports for drawing pages, as far as it is used here. */
interface Entry {
  app: {
    manifest: {
      routes: { routeData: { component: string } }[];
      pageMap: Map<string, () => Promise<unknown>>;
    };
    setInternals(internals: unknown): void;
    setOptions(options: unknown): void;
    render(
      request: Pick<Request, "url" | "method" | "headers">,
      options: { routeData: unknown },
    ): Promise<Page>;
  };
}

const order = workerData as Order;
const { jobs, pages, scripts } = deserialize(new Uint8Array(order.printing)) as Printing;
const taken = new Int32Array(order.taken);

// Before the bundle is loaded: its pages ask for the catalog, and find this one.
const { catalog, listen } = openShelf(order.catalog);
offerCatalog(catalog);
const { app } = (await import(pathToFileURL(order.entry).href)) as Entry;

/**
 * What a page is drawn into. Node's own response puts the bytes of a page into a stream and reads them out of it again,
 * which takes a twentieth of the time of a page.
 */
class Page {
  readonly body: unknown;
  readonly status: number;
  readonly headers: Headers;

  constructor(body: unknown, { status = 200, headers }: ResponseInit = {}) {
    this.body = body;
    this.status = status;
    this.headers = headers instanceof Headers ? headers : new Headers(headers);
  }
}
globalThis.Response = Page as unknown as typeof Response;

/** Astro asks for the module of a page anew for every page: once is enough. */
for (const [component, load] of app.manifest.pageMap) {
  let loaded: Promise<unknown> | undefined;
  app.manifest.pageMap.set(component, () => (loaded ??= load()));
}
app.setInternals({ pagesByKeys: new Map(pages) });
app.setOptions({
  settings: { scripts },
  logger: {
    options: { destination: { write: console.error } },
  },
});

const NO_HEADERS = new Headers();

/** Puts a file into another folder as well: the earlier site stays whole until this one is. */
function share(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // A disk without second names for a file.
    copyFileSync(from, to);
  }
}

/** Takes a page over from the site of an earlier build, if it is there and as it was. */
function keep({ path, kept }: Job): boolean {
  if (kept === undefined) return false;
  const old = join(order.before, path, "index.html");
  try {
    if (hash("sha256", readFileSync(old), "base64") !== kept) return false;
    const folder = join(order.out, path);
    mkdirSync(folder, { recursive: true });
    share(old, join(folder, "index.html"));
    return true;
  } catch {
    return false;
  }
}

async function draw({ component, path }: Job): Promise<Sheet & { drawn: Drawn }> {
  const route = app.manifest.routes.find(({ routeData }) => routeData.component === component);
  if (!route) throw new Error(`Astro's bundle has no route ${component}.`);
  const { href } = new URL(`${encodeURI(path)}/`, order.root);
  const reads = listen();
  const request = { url: href, method: "GET", headers: NO_HEADERS };
  const { body: page, status } = await app.render(request, { routeData: route.routeData });
  if (status !== 200 || !(page instanceof Uint8Array))
    throw new Error(`/${path}/ was drawn with status ${String(status)}.`);
  const drawn = { reads: [...reads], html: hash("sha256", page, "base64") };
  // A page that shares its memory with others keeps its own.
  const own = page.byteLength === page.buffer.byteLength ? page : page.slice();
  return { path, page: own as Sheet["page"], drawn };
}

const report: Report = [];
const desk = openDesk(order.out);
for (;;) {
  const from = Atomics.add(taken, 0, CHUNK);
  if (from >= jobs.length) break;
  const sheets: Sheet[] = [];
  for (const job of jobs.slice(from, from + CHUNK)) {
    if (keep(job)) continue;
    const { path, page, drawn } = await draw(job);
    report.push([path, drawn]);
    sheets.push({ path, page });
  }
  await desk.lay(sheets);
}
await desk.clear();
parentPort?.postMessage(report);
