import type { Wish } from "../edition.ts";
import { chooseStrategy, isOurs } from "../strategy.ts";
import { typed } from "./bytes.ts";
import { fetchEdition } from "./fetch-edition.ts";
import { grant } from "./job.ts";
import { respond } from "./respond.ts";
import { scope, worker } from "./scope.ts";
import { dropStrangers } from "./store.ts";
import { keepShell } from "./visits.ts";

/**
 * The service worker. What is kept does not hang on which version of this script runs, so a new one takes
 * over at once: between two requests nothing is remembered that is not in the caches.
 */

async function fetchShell(path: string): Promise<readonly [string, Response]> {
  const address = new URL(path.replace(/(^|\/)index\.html$/u, "$1"), scope);
  const response = await fetch(address, { cache: "no-cache" });
  const body = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !isOurs(path, type, new TextDecoder().decode(body)))
    throw new Error(`${address.href} is not what it should be.`);
  // Written anew: an answer that hosts led here from another address answers no navigation.
  return [path, typed(path, body)];
}

/** The page for unknown addresses, and what it needs: there before anything else is kept. */
async function install(): Promise<void> {
  const { shell } = await fetchEdition();
  await keepShell(await Promise.all(shell.map(fetchShell)));
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
