import type { Edition, Entry, Member } from "../edition.ts";
import { EDITION_FILE, LIST_FILE, PACK_FILE } from "../edition.ts";
import { Damaged, digestOf, fetchFile, openPack } from "./pack-reader.ts";
import { scope } from "./scope.ts";
import { adopt, keepFile, listKept } from "./store.ts";

/** Files that are fetched or stored at once. */
const AT_ONCE = 8;

/** Milliseconds after which the server counts as not there. */
const PATIENCE = 10_000;

/** Share of a member's bytes from which on the member is fetched whole; below it, file by file. */
const WORTH = 0.3;

/** More files than this are never fetched one by one. */
const LOOSE = 300;

const at = (path: string) => new URL(path, scope).href;

/** What the server offers now. Throws where it does not answer, or answers with something else. */
export async function fetchEdition(): Promise<Edition> {
  const response = await fetch(at(EDITION_FILE), {
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(`${EDITION_FILE}: ${String(response.status)}`);
  const edition = (await response.json()) as Partial<Edition>;
  if (edition.format !== 1 || !edition.version || !edition.members)
    throw new Error(`${EDITION_FILE} is of another kind.`);
  return edition as Edition;
}

async function fetchList({ version }: Edition, signal: AbortSignal): Promise<Entry[]> {
  const response = await fetch(at(LIST_FILE), { signal, cache: "no-store" });
  if (!response.ok) throw new Error(`${LIST_FILE}: ${String(response.status)}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Between two deploys the list may already be the next one's.
  if ((await digestOf(bytes)) !== version) throw new Damaged("The list is another edition's.");
  return JSON.parse(new TextDecoder().decode(bytes)) as Entry[];
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}

/** What is missing of each member. */
function sortMissing(members: readonly Member[], list: readonly Entry[], kept: Set<string>) {
  let from = 0;
  return members.map((member) => {
    const missing = list
      .slice(from, (from += member.files))
      .filter(([, digest]) => !kept.has(digest));
    const bytes = missing.reduce((sum, entry) => sum + entry[2], 0);
    return { member, missing, worth: bytes >= member.bytes * WORTH };
  });
}

/**
 * Fetches what is missing of an edition, checks it, keeps it, and then makes it the kept one. What was
 * kept before stays whole until that last step, and what came so far stays for the next attempt.
 *
 * @param onProgress is told bytes of files that are here, of all.
 */
export async function fetchAll(
  edition: Edition,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
  checkRoom: (bytes: number) => Promise<void>,
): Promise<void> {
  const list = await fetchList(edition, signal);
  const kept = await listKept();
  const parts = sortMissing(edition.members, list, kept);
  const missing = parts.flatMap((part) => part.missing);
  await checkRoom(missing.reduce((sum, entry) => sum + entry[2], 0));
  let done = edition.bytes - missing.reduce((sum, entry) => sum + entry[2], 0);
  onProgress(done, edition.bytes);
  const store = async ([, digest, bytes]: Entry, content: Uint8Array) => {
    signal.throwIfAborted();
    await keepFile(digest, content);
    kept.add(digest);
    done += bytes;
    onProgress(done, edition.bytes);
  };
  const few = missing.length <= LOOSE;
  const pack = openPack(`${at(PACK_FILE)}?${edition.version.slice(0, 12)}`, signal);
  for (const part of parts.filter((each) => each.missing.length > 0 && (each.worth || !few))) {
    const files = await pack.read(part.member);
    await inTurns(part.missing, async (entry) => {
      const content = files.get(entry[0]);
      if (!content) throw new Damaged(`${entry[0]} is not in the pack.`);
      await store(entry, content);
    });
  }
  await pack.close();
  const loose = parts.filter((each) => few && !each.worth).flatMap((each) => each.missing);
  await inTurns(loose, async (entry) => store(entry, await fetchFile(scope, entry, signal)));
  signal.throwIfAborted();
  await adopt(edition.version, list, Date.now());
}
