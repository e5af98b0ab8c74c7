/** What of a service worker's surroundings is used here: TypeScript has no library for both pages and workers. */

export interface Extendable extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

export interface Fetching extends Extendable {
  request: Request;
  clientId: string;
  resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}

export interface Client {
  id: string;
  url: string;
  postMessage(message: unknown): void;
}

export interface Messaging extends Extendable {
  data: unknown;
  source: Client | null;
}

interface Worker {
  registration: { scope: string; unregister(): Promise<boolean> };
  clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<Client[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(type: "message", listener: (event: Messaging) => void): void;
}

export const worker = globalThis as unknown as Worker;

/** The site's address with its base path. */
export const scope = worker.registration.scope;
export const base = new URL(scope).pathname;
