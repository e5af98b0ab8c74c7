import type { Entry, Fault } from "../edition.ts";
import { cachePrefix } from "../edition.ts";
import { base, scope } from "./scope.ts";

/**
 * What is kept: files by the digest of their content, so that two editions share what they have in
 * common, and one small record that says which edition is whole. Changing that record is the only moment
 * at which an edition takes another's place.
 */

const FILES = `${cachePrefix(base)}files`;
const STATE = `${cachePrefix(base)}state`;
export const SHELL = `${cachePrefix(base)}shell`;
export const VISITED = `${cachePrefix(base)}visited`;

const fileKey = (digest: string) => new URL(`.kept/${digest}`, scope).href;
const listKey = (version: string) => new URL(`.kept/list/${version}`, scope).href;
const RECORD = new URL(".kept/record", scope).href;

/** What the worker remembers between its lives. */
export interface Record {
  kept?: { version: string; bytes: number; savedAt: number };
  /** The edition before: open pages may still ask for its hashed files. */
  before?: string;
  /** Whether the reader said to stop, or to forget: nothing is kept unasked then. */
  stopped?: boolean;
  declined?: boolean;
  /** Whether the reader asked for it. */
  asked?: boolean;
  fault?: Fault;
}

/** The record and what its editions hold: path to digest. */
interface Book {
  record: Record;
  now: Map<string, string>;
  before: Map<string, string>;
}

let book: Promise<Book> | undefined;

const openFiles = () => caches.open(FILES);

async function readJson(key: string): Promise<unknown> {
  const found = await caches.match(key, { cacheName: STATE });
  return found?.json();
}

async function readMap(version: string | undefined): Promise<Map<string, string>> {
  const list = version === undefined ? undefined : await readJson(listKey(version));
  return new Map(((list ?? []) as Entry[]).map(([path, digest]) => [path, digest]));
}

async function readBook(): Promise<Book> {
  const record = ((await readJson(RECORD)) ?? {}) as Record;
  const [now, before] = await Promise.all([readMap(record.kept?.version), readMap(record.before)]);
  if (now.size === 0) delete record.kept;
  return { record, now, before };
}

export function openBook(): Promise<Book> {
  book ??= readBook();
  book.catch(() => (book = undefined));
  return book;
}

/** Changes what is remembered; what stands in `changes` as undefined goes. */
export async function remember(changes: {
  [K in keyof Record]: Record[K] | undefined;
}): Promise<void> {
  const { record } = await openBook();
  const next = JSON.stringify({ ...record, ...changes });
  await (await caches.open(STATE)).put(RECORD, new Response(next));
  book = undefined;
}

/** Digests of the files that are here. */
export async function listKept(): Promise<Set<string>> {
  const keys = await (await openFiles()).keys();
  return new Set(keys.map(({ url }) => url.slice(url.lastIndexOf("/") + 1)));
}

export async function keepFile(digest: string, content: Uint8Array): Promise<void> {
  await (await openFiles()).put(fileKey(digest), new Response(content as BodyInit));
}

/** Makes an edition the one that is kept. All its files are here already. */
export async function adopt(version: string, list: Entry[], savedAt: number): Promise<void> {
  const { record } = await openBook();
  const state = await caches.open(STATE);
  await state.put(listKey(version), new Response(JSON.stringify(list)));
  const bytes = list.reduce((sum, entry) => sum + entry[2], 0);
  const before = record.kept?.version === version ? record.before : record.kept?.version;
  await remember({
    kept: { version, bytes, savedAt },
    before,
    stopped: undefined,
    fault: undefined,
  });
  await sweep();
}

/** Drops files and lists that belong to neither edition. */
async function sweep(): Promise<void> {
  const { record, now, before } = await openBook();
  const wanted = new Set([...now.values(), ...before.values()]);
  const files = await openFiles();
  for (const digest of await listKept())
    if (!wanted.has(digest)) await files.delete(fileKey(digest));
  const state = await caches.open(STATE);
  const lists = new Set([record.kept?.version, record.before].map((each) => listKey(each ?? "")));
  for (const { url } of await state.keys())
    if (url.startsWith(listKey("")) && !lists.has(url)) await state.delete(url);
}

/** A file of the kept edition, with `old` also of the one before, of which open pages may still ask hashed files. */
export async function findFile(path: string, old = false): Promise<Response | undefined> {
  const { now, before } = await openBook();
  const digest = now.get(path) ?? (old ? before.get(path) : undefined);
  if (digest === undefined) return undefined;
  const found = await caches.match(fileKey(digest), { cacheName: FILES });
  // Somebody emptied the cache: what is remembered is not true any more.
  if (!found && now.has(path)) await remember({ kept: undefined });
  return found;
}

/** Whether what is remembered is still there: the record, and a file of the edition's. */
export async function checkKept(): Promise<void> {
  book = undefined;
  const { record, now } = await openBook();
  const [first] = now.keys();
  if (record.kept && first !== undefined) await findFile(first);
}

/** Empties everything but the page for unknown addresses; remembers that the reader wanted it so. */
export async function forgetAll(): Promise<void> {
  await caches.delete(FILES);
  await caches.delete(STATE);
  await caches.delete(VISITED);
  book = undefined;
  await remember({ declined: true });
}

/** A file of the edition that has another one too: the index goes with the engine that reads it. */
export async function findBeside(path: string, other: string): Promise<Response | undefined> {
  const { now, before } = await openBook();
  const edition = [now, before].find((each) => each.has(other));
  const digest = edition?.get(path);
  return digest === undefined ? undefined : caches.match(fileKey(digest), { cacheName: FILES });
}
