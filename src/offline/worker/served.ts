import { filePath } from "../strategy.ts";
import { digestOf } from "./bytes.ts";
import { findDigest } from "./kept.ts";
import type { Client } from "./scope.ts";
import { base } from "./scope.ts";
import { recall } from "./store.ts";

/** What each open page was answered with and when, as far as this life of the worker knows. */
const served = new Map<string, { digest: string; at: number }>();

/** Notes what a page shows. */
export async function noteServed(client: string, bytes: Uint8Array): Promise<void> {
  if (client !== "") served.set(client, { digest: await digestOf(bytes), at: Date.now() });
}

/**
 * Whether a reload would bring this page something that it does not show; undefined where nobody knows. What came
 * after the kept edition is as new as that, also where a host puts something of its own into pages.
 */
export async function needsReload(client: Client): Promise<boolean | undefined> {
  const shown = served.get(client.id);
  const path = filePath(new URL(client.url), base);
  const kept = path === undefined ? undefined : await findDigest(path);
  if (kept === undefined) return false;
  if (shown === undefined) return undefined;
  const { savedAt = 0 } = (await recall()).kept ?? {};
  return shown.at < savedAt && !shown.digest.startsWith(kept);
}
