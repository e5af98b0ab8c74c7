import { cachePrefix } from "../edition.ts";
import { base, worker } from "./scope.ts";

/**
 * The service worker of a site that does not want to be kept any more: it takes the other one's place,
 * empties what that one kept, and goes.
 */
async function leave(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(cachePrefix(base))) await caches.delete(name);
  await worker.registration.unregister();
}

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(leave()));
