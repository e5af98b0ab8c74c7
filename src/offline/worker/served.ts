import { filePath } from "../strategy.ts";
import { digestOf } from "./bytes.ts";
import { findDigest } from "./kept.ts";
import type { Client } from "./scope.ts";
import { base } from "./scope.ts";

/** What each open page was answered with, as far as this life of the worker knows: a digest. */
const served = new Map<string, string>();

/** Notes what a page shows. */
export async function noteServed(client: string, bytes: Uint8Array): Promise<void> {
  if (client !== "") served.set(client, await digestOf(bytes));
}

/** Whether a page shows something else than the edition that is kept now; undefined where nobody knows. */
export async function needsReload(client: Client): Promise<boolean | undefined> {
  const shown = served.get(client.id);
  const path = filePath(new URL(client.url), base);
  const kept = path === undefined ? undefined : await findDigest(path);
  if (kept === undefined) return false;
  return shown === undefined ? undefined : !shown.startsWith(kept);
}
