import { LOST_PAGE } from "../edition.ts";
import type { Strategy } from "../strategy.ts";
import { isOurs } from "../strategy.ts";
import { typed } from "./bytes.ts";
import { findBeside, findFile } from "./kept.ts";
import { inTime } from "./reach.ts";
import type { Fetching } from "./scope.ts";
import { scope } from "./scope.ts";
import { noteServed } from "./served.ts";
import { findVisited, visit } from "./visits.ts";

const NETWORK_GONE = new Error("The network is gone.");

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

/** The network's answer as far as it can be trusted; rejects where what is on the device should stand in. */
async function askNetwork(event: Fetching, path: string): Promise<Response> {
  // Asked of the host, not of a cache before it: the device may have a newer edition than that.
  const response = await fetch(event.request, { cache: "no-cache" });
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

/** Whether an answer is a page, or what a page is drawn with: a collection in one file is not remembered. */
const isOfPage = ({ request }: Fetching, path: string) =>
  path.endsWith(".html") || !["", "document"].includes(request.destination);

/** What is neither kept nor remembered: the network's, as it comes. */
async function answerAnew(event: Fetching, path: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(event.request);
  } catch {
    return answerLost(event, path);
  }
  if (response.ok && response.type === "basic" && isOfPage(event, path)) {
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
}

/** The network first, with a short patience; then what is kept, was read before, or a page that says so. */
async function answerLive(event: Fetching, path: string): Promise<Response> {
  const kept = await findFile(path);
  const visited = kept ? undefined : await findVisited(path);
  if (!kept && !visited) return answerAnew(event, path);
  const network = askNetwork(event, path);
  if (visited)
    event.waitUntil(
      network.then(
        (answer) => (answer.ok ? visit(path, answer.clone()) : undefined),
        () => undefined,
      ),
    );
  try {
    return await inTime(network);
  } catch {
    if (!kept) return visited ?? Response.error();
    if (path.endsWith(".html")) await noteServed(event.resultingClientId, kept.content);
    return typed(path, kept.content);
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
