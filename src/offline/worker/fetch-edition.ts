import type { Edition, List, Part } from "../edition.ts";
import { EDITION_FILE, LIST_FILE, packFile, partFile } from "../edition.ts";
import { narrowList, planFetch, topicsLeft } from "../places.ts";
import { digestOf, gunzip } from "./bytes.ts";
import { Damaged } from "./damaged.ts";
import { checkPart, readPack, withPatience } from "./pack-reader.ts";
import { scope } from "./scope.ts";
import { adopt, isFull, keepPart, listParts, readKeptPlaces, sweep } from "./store.ts";
import { TopicsGone } from "./topics-gone.ts";

/** Parts that are fetched at once. */
const AT_ONCE = 6;

/** Milliseconds after which the server counts as not there. */
const PATIENCE = 10_000;

const at = (path: string) => new URL(path, scope).href;

/** What the server offers now. Throws where it does not answer, or answers with something else. */
export async function fetchEdition(): Promise<Edition> {
  const response = await fetch(at(EDITION_FILE), {
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(`${EDITION_FILE}: ${String(response.status)}`);
  const edition = (await response.json()) as Partial<Edition>;
  if (edition.format !== 2 || !edition.version || !edition.shell)
    throw new Error(`${EDITION_FILE} is of another kind.`);
  return edition as Edition;
}

async function fetchBytes(path: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await withPatience(fetch(at(path), { signal, cache: "no-store" }));
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return new Uint8Array(await withPatience(response.arrayBuffer()));
}

async function fetchList({ version }: Edition, signal: AbortSignal): Promise<List> {
  const json = await gunzip(await fetchBytes(`${LIST_FILE}?${version.slice(0, 12)}`, signal)).catch(
    (error: unknown) => {
      throw error instanceof TypeError && !signal.aborted ? new Damaged("No list.") : error;
    },
  );
  // Between two deploys the list may already be the next one's.
  if ((await digestOf(json)) !== version) throw new Damaged("The list is another edition's.");
  return JSON.parse(new TextDecoder().decode(json)) as List;
}

type Store = (part: Part, bytes: Uint8Array) => Promise<void>;

/** Streams packs of which nothing is here. What one does not bring is left to the parts. */
async function fetchPacks(
  { parts, packs }: List,
  missing: ReadonlySet<Part>,
  version: string,
  signal: AbortSignal,
  store: Store,
): Promise<void> {
  let first = 0;
  for (const [place, count] of packs.entries()) {
    const inside = parts.slice(first, (first += count));
    if (!inside.every((part) => missing.has(part))) continue;
    try {
      const url = `${at(packFile(place))}?${version.slice(0, 12)}`;
      for await (const { part, bytes } of readPack(url, inside, signal)) await store(part, bytes);
    } catch (error) {
      if (isFull(error)) throw error;
      signal.throwIfAborted();
    }
  }
}

async function fetchParts(missing: readonly Part[], signal: AbortSignal, store: Store) {
  const queue = missing[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const part of queue)
        await store(part, await checkPart(await fetchBytes(partFile(part[0]), signal), part));
    }),
  );
}

/**
 * Fetches what is missing of an edition, or of some of its topics, checks it, keeps it, and then makes it
 * the kept one. What was kept before stays whole until that last step, and what came so far stays for the
 * next attempt. Topics that the site has no more are left out; throws `TopicsGone` where that is all of them.
 *
 * @param onProgress is told bytes that are here, of all.
 */
export async function fetchAll(
  edition: Edition,
  chosen: readonly string[] | undefined,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
  checkRoom: (bytes: number) => Promise<void>,
): Promise<void> {
  const topics = chosen && topicsLeft(chosen, edition);
  if (topics?.length === 0) throw new TopicsGone("None of the topics is left.");
  const all = await fetchList(edition, signal);
  const list = topics ? narrowList(all, topics) : all;
  const size = list.parts.reduce((sum, part) => sum + part[1], 0);
  const { missing, places } = planFetch(list, await listParts(), await readKeptPlaces());
  const left = new Set(missing);
  const needed = missing.reduce((sum, part) => sum + part[1], 0);
  let done = size - needed;
  onProgress(done, size);
  await sweep(list.parts.map(([digest]) => digest));
  await checkRoom(needed);
  const store: Store = async (part, bytes) => {
    signal.throwIfAborted();
    await keepPart(part[0], bytes);
    left.delete(part);
    done += part[1];
    onProgress(done, size);
  };
  await fetchPacks(list, left, edition.version, signal, store);
  await fetchParts([...left], signal, store);
  signal.throwIfAborted();
  const { version } = edition;
  await adopt({ version, bytes: size, savedAt: Date.now(), ...(topics && { topics }) }, places);
}
