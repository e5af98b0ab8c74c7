import { filePath } from "../strategy.ts";
import { digestOf } from "./pack-reader.ts";
import type { Client } from "./scope.ts";
import { base } from "./scope.ts";
import { openBook } from "./store.ts";

/** What each open page was answered with, as far as this life of the worker knows: a digest. */
const served = new Map<string, string>();

/** Notes what a page shows. */
export async function noteServed(client: string, text: string): Promise<void> {
  if (client !== "") served.set(client, await digestOf(new TextEncoder().encode(text)));
}

/** Whether a page shows something else than the edition that is kept now; undefined where nobody knows. */
export async function needsReload(client: Client): Promise<boolean | undefined> {
  const digest = served.get(client.id);
  const { now } = await openBook();
  const path = filePath(new URL(client.url), base);
  if (path === undefined || now.size === 0) return false;
  const kept = now.get(path);
  if (kept === undefined) return false;
  return digest === undefined ? undefined : !digest.startsWith(kept);
}
