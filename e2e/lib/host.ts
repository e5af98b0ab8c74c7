import { mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "./serve.ts";

/** What a host may do instead of answering. */
export type Misdeed = "busy" | "portal" | "silent" | "hang up" | "not there";

const PORTAL =
  "<!doctype html><html><head><title>Log in</title></head><body><h1>Log in</h1></body></html>";

/** A host of a test's own: it can take another site's place, misbehave, count what it sends, and be stopped. */
export interface Host {
  /** The site's address, with its base path. */
  url: string;
  /** Paths that were asked for, with their queries, in order. */
  asked: string[];
  /** Bytes sent since it was last asked, with headers. */
  takeBytes(): number;
  /** From now on another folder is the site, as after a deploy. */
  deploy(dir: string): void;
  /** Says for each path below the base path what to do instead of answering; `undefined` answers. */
  misbehave(how: (path: string) => Misdeed | undefined): void;
  /** Ends the server and every connection that is still open. */
  stop(): Promise<void>;
}

function commit(misdeed: Misdeed, { socket }: IncomingMessage, response: ServerResponse): void {
  if (misdeed === "hang up") socket.destroy();
  else if (misdeed === "busy") response.writeHead(503, { "content-type": "text/html" }).end(PORTAL);
  else if (misdeed === "portal")
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PORTAL);
  else if (misdeed === "not there") response.writeHead(404).end();
}

/** Starts a host for a folder. `cacheControl` is what its answers say of how long they may be kept. */
export async function startHost(dir: string, base = "/", cacheControl?: string): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), "carrel-host-"));
  const root = join(folder, "site");
  const deploy = (site: string) => {
    // Renaming a link over another is one step: no request finds half a deploy.
    symlinkSync(site, join(folder, "next"));
    renameSync(join(folder, "next"), root);
  };
  deploy(dir);
  let misdeedOf: (path: string) => Misdeed | undefined = () => undefined;
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let sent = 0;
  const count = () => {
    let bytes = sent;
    for (const socket of sockets) bytes += socket.bytesWritten;
    return bytes;
  };
  let taken = 0;
  const { url, server } = await serve(root, base, 0, (request, response) => {
    const path = (request.url ?? "/").slice(base.length);
    asked.push(path);
    if (cacheControl !== undefined) response.setHeader("cache-control", cacheControl);
    const misdeed = misdeedOf(path);
    if (misdeed) commit(misdeed, request, response);
    return misdeed !== undefined;
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      sent += socket.bytesWritten;
    });
  });
  return {
    url,
    asked,
    deploy,
    takeBytes() {
      const bytes = count() - taken;
      taken += bytes;
      return bytes;
    },
    misbehave(how) {
      misdeedOf = how;
    },
    async stop() {
      await stopServer(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function stopServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
