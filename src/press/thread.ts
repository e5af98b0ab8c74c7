import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deserialize } from "node:v8";
import { workerData } from "node:worker_threads";
import { offerCatalog } from "../catalog/handover.ts";
import type { Order, Printing } from "./order.ts";
import { CHUNK } from "./order.ts";
import { openShelf } from "./shelf.ts";

/**
 * One thread of the press: draws pages with the same bundle as Astro does, out of the same catalog, and writes them.
 * Nothing is said while it works: the others read from `taken` how far all of them are.
 */

/** What Astro's bundle exports for drawing pages, as far as it is used here. */
interface Entry {
  app: {
    manifest: { routes: { routeData: { component: string } }[] };
    setInternals(internals: unknown): void;
    setOptions(options: unknown): void;
    render(request: Request, options: { routeData: unknown }): Promise<Response>;
  };
}

const order = workerData as Order;
const { jobs, pages, scripts } = deserialize(new Uint8Array(order.printing)) as Printing;
const taken = new Int32Array(order.taken);

// Before the bundle is loaded: its pages ask for the catalog, and find this one.
offerCatalog(openShelf(order.catalog));
const { app } = (await import(pathToFileURL(order.entry).href)) as Entry;
app.setInternals({ pagesByKeys: new Map(pages) });
app.setOptions({
  settings: { scripts },
  logger: {
    options: { destination: { write: console.error } },
  },
});

async function draw(component: string, path: string): Promise<void> {
  const route = app.manifest.routes.find(({ routeData }) => routeData.component === component);
  if (!route) throw new Error(`Astro's bundle has no route ${component}.`);
  const url = new URL(`${encodeURI(path)}/`, order.root);
  const response = await app.render(new Request(url), { routeData: route.routeData });
  if (response.status !== 200)
    throw new Error(`/${path}/ was drawn with status ${String(response.status)}.`);
  const folder = join(order.out, path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), await response.text());
}

const all = jobs.flatMap(({ component, paths }) => paths.map((path) => ({ component, path })));
for (;;) {
  const from = Atomics.add(taken, 0, CHUNK);
  if (from >= all.length) break;
  for (const { component, path } of all.slice(from, from + CHUNK)) await draw(component, path);
}
