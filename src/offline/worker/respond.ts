import { LOST_PAGE } from "../edition.ts";
import type { Strategy } from "../strategy.ts";
import { contentType, isOurs } from "../strategy.ts";
import { findBeside, findFile } from "./kept.ts";
import type { Fetching } from "./scope.ts";
import { scope } from "./scope.ts";
import { noteServed } from "./served.ts";
import { SHELL, VISITED } from "./store.ts";

/** Milliseconds that the network has for a page that is on the device. */
const PATIENCE = 2000;

/** Pages and files that stay from reading, where the whole site is not kept. */
const VISITS = 300;

const NETWORK_GONE = new Error("The network is gone.");

const typed = (path: string, content: Uint8Array) =>
  new Response(content as BodyInit, { headers: { "content-type": contentType(path) } });

const keyOf = (path: string) => new URL(path.replace(/(^|\/)index\.html$/u, "$1"), scope).href;

async function visit(path: string, response: Response): Promise<void> {
  try {
    const cache = await caches.open(VISITED);
    await cache.put(keyOf(path), response);
    const keys = await cache.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - VISITS))) await cache.delete(old);
  } catch {
    // Full: reading goes on without a trace.
  }
}

/** What is left of earlier reading, or belongs to the page for unknown addresses. */
const findVisited = async (path: string) =>
  (await caches.match(keyOf(path), { cacheName: VISITED })) ??
  (await caches.match(keyOf(path), { cacheName: SHELL }));

const typeOf = (response: Response) => response.headers.get("content-type") ?? "";

/** Its name changes with its content: what is here is right. */
async function answerHashed(event: Fetching, path: string): Promise<Response> {
  const kept = await findFile(path, true);
  if (kept) return typed(path, kept.content);
  const visited = await findVisited(path);
  if (visited) return visited;
  const response = await fetch(event.request);
  if (response.ok && !/^text\/html\b/iu.test(typeOf(response)))
    event.waitUntil(visit(path, response.clone()));
  return response;
}

/** The network's answer as far as it can be trusted; rejects where what is kept should stand in. */
async function askNetwork(event: Fetching, path: string): Promise<Response> {
  const response = await fetch(event.request);
  // Moves to another address are the browser's to follow.
  if (response.type === "opaqueredirect") return response;
  const body = await response.arrayBuffer();
  const { status, statusText, headers } = response;
  const text = new TextDecoder().decode(body);
  const gone = status === 404 || status === 410;
  if (gone ? !isOurs(".html", typeOf(response), text) : !response.ok) throw NETWORK_GONE;
  if (response.ok && !isOurs(path, typeOf(response), text)) throw NETWORK_GONE;
  if (path.endsWith(".html")) await noteServed(event.resultingClientId, new Uint8Array(body));
  return new Response(body, { status, statusText, headers });
}

const late = () =>
  new Promise<never>((_, reject) => setTimeout(() => reject(NETWORK_GONE), PATIENCE));

async function answerLost(event: Fetching, path: string): Promise<Response> {
  // A folder's address without its slash.
  const folder = `${path}/index.html`;
  if ((await findFile(folder)) ?? (await findVisited(folder)))
    return Response.redirect(new URL(`${path}/`, scope));
  if (event.request.mode !== "navigate") return Response.error();
  const kept = await findFile(LOST_PAGE);
  if (kept) return typed(LOST_PAGE, kept.content);
  return (await findVisited(LOST_PAGE)) ?? Response.error();
}

/** The network first, with a short patience; then what is kept, was read before, or a page that says so. */
async function answerLive(event: Fetching, path: string): Promise<Response> {
  const kept = await findFile(path);
  if (kept) {
    const network = askNetwork(event, path);
    try {
      return await Promise.race([network, late()]);
    } catch {
      network.catch(() => undefined);
      if (path.endsWith(".html")) await noteServed(event.resultingClientId, kept.content);
      return typed(path, kept.content);
    }
  }
  try {
    const response = await fetch(event.request);
    if (response.ok && response.type === "basic") {
      const copy = response.clone();
      event.waitUntil(
        copy
          .clone()
          .text()
          .then((text) => (isOurs(path, typeOf(copy), text) ? visit(path, copy) : undefined))
          .catch(() => undefined),
      );
    }
    return response;
  } catch {
    return (await findVisited(path)) ?? answerLost(event, path);
  }
}

/** The index that goes with an engine: of the same edition, else whatever the server has. */
async function answerIndex(event: Fetching, path: string, engine: string): Promise<Response> {
  const kept = await findBeside(path, engine);
  return kept ? typed(path, kept.content) : fetch(event.request);
}

/** Answers a request in the way that was chosen for it. */
export async function respond(
  event: Fetching,
  strategy: Exclude<Strategy, { kind: "pass" }>,
): Promise<Response> {
  switch (strategy.kind) {
    case "hashed":
      return answerHashed(event, strategy.path);
    case "index":
      return answerIndex(event, strategy.path, strategy.engine);
    case "live":
      return answerLive(event, strategy.path);
  }
}
