import type { Wish } from "../edition.ts";
import { chooseStrategy } from "../strategy.ts";
import { fetchEdition } from "./fetch-edition.ts";
import { grant } from "./job.ts";
import { respond } from "./respond.ts";
import { scope, worker } from "./scope.ts";
import { dropStrangers, SHELL } from "./store.ts";

/**
 * The service worker. What is kept does not hang on which version of this script runs, so a new one takes
 * over at once: between two requests nothing is remembered that is not in the caches.
 */

/** The page for unknown addresses, and what it needs: there before anything else is kept. */
async function install(): Promise<void> {
  const { shell } = await fetchEdition();
  const cache = await caches.open(SHELL);
  const addresses = shell.map(
    (path) => new URL(path.replace(/(^|\/)index\.html$/u, "$1"), scope).href,
  );
  await cache.addAll(addresses);
  const wanted = new Set(addresses);
  for (const request of await cache.keys())
    if (!wanted.has(request.url)) await cache.delete(request);
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  await dropStrangers();
  await worker.clients.claim();
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));

worker.addEventListener("fetch", (event) => {
  const { method, url, mode, headers } = event.request;
  const strategy = chooseStrategy({ method, url, mode, ranged: headers.has("range") }, scope);
  if (strategy.kind !== "pass") event.respondWith(respond(event, strategy));
});

worker.addEventListener("message", (event) => {
  if (event.source) event.waitUntil(grant(event.data as Wish, event.source));
});
