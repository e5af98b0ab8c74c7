import { scope } from "./scope.ts";
import { recall, SHELL, VISITED } from "./store.ts";

/** Pages and files that stay from reading, where the whole site is not kept. */
const VISITS = 300;

const keyOf = (path: string) => new URL(path.replace(/(^|\/)index\.html$/u, "$1"), scope).href;

/** Remembers what was read; not for a reader who had the site forgotten. */
export async function visit(path: string, response: Response): Promise<void> {
  try {
    if ((await recall()).declined) return;
    const cache = await caches.open(VISITED);
    await cache.put(keyOf(path), response);
    const keys = await cache.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - VISITS))) await cache.delete(old);
  } catch {
    // Full: reading goes on without a trace.
  }
}

/** What is left of earlier reading, or belongs to the page for unknown addresses. */
export const findVisited = async (path: string) =>
  (await caches.match(keyOf(path), { cacheName: VISITED })) ??
  (await caches.match(keyOf(path), { cacheName: SHELL }));

/** Keeps the page for unknown addresses and what it needs, in the place of an older one. */
export async function keepShell(files: readonly (readonly [string, Response])[]): Promise<void> {
  const cache = await caches.open(SHELL);
  for (const [path, response] of files) await cache.put(keyOf(path), response);
  const wanted = new Set(files.map(([path]) => keyOf(path)));
  for (const request of await cache.keys())
    if (!wanted.has(request.url)) await cache.delete(request);
}
