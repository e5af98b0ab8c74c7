import type { Fault } from "../edition.ts";
import { cachePrefix } from "../edition.ts";
import type { Place } from "../places.ts";
import { base, scope } from "./scope.ts";

/**
 * What is kept: parts as they came, by their digest, so that two editions share what they have in common;
 * for each edition where its files stand; and one small record that says which edition is whole. Changing
 * that record is the only moment at which an edition takes another's place.
 */

const PARTS = `${cachePrefix(base)}parts`;
const STATE = `${cachePrefix(base)}state`;
export const SHELL = `${cachePrefix(base)}shell`;
export const VISITED = `${cachePrefix(base)}visited`;

const partKey = (digest: string) => new URL(`.kept/part/${digest}`, scope).href;
const RECORD = new URL(".kept/record", scope).href;

/** Names an edition that is kept, or what of it goes with some topics, and in how many leaves its places are written down. */
export interface KeptEdition {
  version: string;
  topics?: readonly string[];
  leaves: number;
}

/** What is said of an edition that is kept; with `topics`, only what goes with them is. */
interface Adopted {
  version: string;
  bytes: number;
  savedAt: number;
  topics?: readonly string[];
}

/** Bytes that are here, of all. */
export interface Progress {
  done: number;
  total: number;
}

/** What the worker remembers between its lives. */
export interface Memory {
  kept?: KeptEdition & Adopted;
  /** The edition before: open pages may still ask for its hashed files. */
  before?: KeptEdition;
  /** Whether the reader said to stop, or to forget: nothing is kept unasked then. */
  stopped?: boolean;
  declined?: boolean;
  /** Whether the reader asked for it, and if not for all of it, for which topics. */
  asked?: boolean;
  chosen?: readonly string[];
  /** What topics that were fetched are called, by slug: the site may lose them. */
  names?: Readonly<Record<string, string>>;
  /** How far a transfer came that did not end. */
  progress?: Progress;
  fault?: Fault;
}

let memory: Promise<Memory> | undefined;

async function readMemory(): Promise<Memory> {
  const found = await caches.match(RECORD, { cacheName: STATE });
  return ((await found?.json()) ?? {}) as Memory;
}

/** What is remembered. */
export function recall(): Promise<Memory> {
  memory ??= readMemory();
  memory.catch(() => (memory = undefined));
  return memory;
}

/** What stands in it as undefined goes. */
type Changes = { [K in keyof Memory]: Memory[K] | undefined };

let lastWrite: Promise<unknown> = Promise.resolve();

/** Writes once what was to be written before is through, or has failed: two pages ask at the same time. */
function inTurn(write: () => Promise<void>): Promise<void> {
  const turn = lastWrite.then(write);
  lastWrite = turn.catch(() => undefined);
  return turn;
}

/** Changes what is remembered, in the turn that others' changes take. */
export const remember = (changes: Changes | ((memory: Memory) => Changes)): Promise<void> =>
  inTurn(async () => {
    const now = await recall();
    await writeMemory({ ...now, ...(typeof changes === "function" ? changes(now) : changes) });
  });

async function writeMemory(changed: Changes): Promise<void> {
  const next = JSON.stringify(changed);
  const write = async () => (await caches.open(STATE)).put(RECORD, new Response(next));
  try {
    await write().catch(async (error: unknown) => {
      if (!isFull(error)) throw error;
      // A save that filled the last byte must not stand in the way of a smaller one.
      await dropUnused(ROOM_FOR_RECORD);
      await write();
    });
    memory = undefined;
  } catch (error) {
    if (!isFull(error)) throw error;
    memory = Promise.resolve(JSON.parse(next) as Memory);
  }
}

/** Bytes of parts that go where there is no room to write down how things stand. */
const ROOM_FOR_RECORD = 100_000;

/** Lets go of some parts of an edition that is not whole yet. */
async function dropUnused(bytes: number): Promise<void> {
  const { kept, before } = await recall();
  const places = [...(await readPlaces(kept)), ...(await readPlaces(before))];
  const wanted = new Set(places.map((place) => place[3]));
  const parts = await caches.open(PARTS);
  let freed = 0;
  for (const digest of await listParts()) {
    if (freed >= bytes) return;
    if (wanted.has(digest)) continue;
    freed += (await (await findPart(digest))?.blob())?.size ?? 0;
    await parts.delete(partKey(digest));
  }
}

/** Whether the device has no more room. */
export const isFull = (error: unknown) =>
  error instanceof DOMException && error.name === "QuotaExceededError";

/** Lets go of what is remembered of this life, so that the caches are asked again. */
export const recallAnew = () => {
  memory = undefined;
};

/** Digests of the parts that are here. */
export async function listParts(): Promise<Set<string>> {
  const keys = await (await caches.open(PARTS)).keys();
  return new Set(keys.map(({ url }) => url.slice(url.lastIndexOf("/") + 1)));
}

export async function keepPart(digest: string, packed: Uint8Array): Promise<void> {
  await (await caches.open(PARTS)).put(partKey(digest), new Response(packed as BodyInit));
}

/** A part as it came. */
export const findPart = (digest: string) => caches.match(partKey(digest), { cacheName: PARTS });

/** Files of which one leaf says where they stand: a worker that wakes reads one leaf, not a whole list. */
const LEAF = 256;

/** Another choice of topics is written down elsewhere: what is kept stays readable until the record changes. */
const leafKey = ({ version, topics = [] }: KeptEdition, leaf: number) =>
  new URL(`.kept/places/${[version, ...topics].join("+")}/${String(leaf)}`, scope).href;

/** FNV-1a, 32 bits: spreads paths evenly over the leaves. */
function leafOf(path: string, leaves: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at++)
    hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193) >>> 0;
  return hash % leaves;
}

async function readLeaf(edition: KeptEdition, leaf: number): Promise<Place[]> {
  const found = await caches.match(leafKey(edition, leaf), { cacheName: STATE });
  return ((await found?.json()) ?? []) as Place[];
}

/** Where a file of an edition stands. */
export async function findPlace(path: string, edition?: KeptEdition): Promise<Place | undefined> {
  if (!edition) return undefined;
  const leaf = await readLeaf(edition, leafOf(path, edition.leaves));
  return leaf.find((place) => place[0] === path);
}

async function readPlaces(edition: KeptEdition | undefined): Promise<Place[]> {
  const leaves = Array.from({ length: edition?.leaves ?? 0 }, (_, leaf) => leaf);
  const read = await Promise.all(edition ? leaves.map((leaf) => readLeaf(edition, leaf)) : []);
  return read.flat();
}

/** Where all files of the kept edition stand. */
export const readKeptPlaces = async () => readPlaces((await recall()).kept);

async function writePlaces(edition: KeptEdition, places: readonly Place[]): Promise<void> {
  const leaves = Array.from({ length: edition.leaves }, (): Place[] => []);
  for (const place of places) leaves[leafOf(place[0], edition.leaves)]?.push(place);
  const state = await caches.open(STATE);
  for (const [leaf, entries] of leaves.entries())
    await state.put(leafKey(edition, leaf), new Response(JSON.stringify(entries)));
}

/** Makes an edition the one that is kept. All its parts are here already. */
export async function adopt(adopted: Adopted, places: readonly Place[]): Promise<void> {
  const next = { ...adopted, leaves: Math.max(1, Math.ceil(places.length / LEAF)) };
  await writePlaces(next, places);
  await remember(({ kept, before }) => ({
    kept: next,
    before: kept && kept.version !== next.version ? kept : before,
    stopped: undefined,
    fault: undefined,
    progress: undefined,
  }));
  await sweep();
}

/** Forgets an edition whose files are lost; not one that has taken its place since that was seen. */
export const dropLost = (lost: KeptEdition & Adopted): Promise<void> =>
  remember(({ kept }) =>
    kept && kept.savedAt === lost.savedAt && leafKey(kept, 0) === leafKey(lost, 0)
      ? { kept: undefined }
      : {},
  );

/** Drops parts and places that belong to neither edition, nor to one that is coming. */
export async function sweep(coming: Iterable<string> = []): Promise<void> {
  const { kept, before } = await recall();
  const places = [...(await readPlaces(kept)), ...(await readPlaces(before))];
  const wanted = new Set([...places.map((place) => place[3]), ...coming]);
  const parts = await caches.open(PARTS);
  for (const digest of await listParts())
    if (!wanted.has(digest)) await parts.delete(partKey(digest));
  const state = await caches.open(STATE);
  const folders = [kept, before].map((each) => each && leafKey(each, 0).replace(/0$/u, ""));
  for (const { url } of await state.keys())
    if (url !== RECORD && !folders.some((folder) => folder !== undefined && url.startsWith(folder)))
      await state.delete(url);
}

/** Empties everything but the page for unknown addresses; remembers that the reader wanted it so. */
export const forgetAll = (): Promise<void> =>
  inTurn(async () => {
    for (const name of [PARTS, STATE, VISITED]) await caches.delete(name);
    memory = undefined;
    await writeMemory({ declined: true });
  });

/** Drops caches of this site that no worker uses any more. */
export async function dropStrangers(): Promise<void> {
  const mine = new Set([PARTS, STATE, SHELL, VISITED]);
  for (const name of await caches.keys())
    if (name.startsWith(cachePrefix(base)) && !mine.has(name)) await caches.delete(name);
}
