import type { Place } from "../places.ts";
import { gunzip } from "./bytes.ts";
import type { KeptEdition } from "./store.ts";
import { dropLost, findPart, findPlace, recall, recallAnew } from "./store.ts";

/** Bytes of unpacked parts that stay at hand: a search asks for many small files of few parts. */
const AT_HAND = 8 * 1024 * 1024;

const open = new Map<string, Promise<Uint8Array | undefined>>();
let bytesOpen = 0;

async function unpack(digest: string): Promise<Uint8Array | undefined> {
  const found = await findPart(digest);
  return found && gunzip(new Uint8Array(await found.arrayBuffer())).catch(() => undefined);
}

/** A part, unpacked; those that were asked for last stay. */
async function openPart(digest: string): Promise<Uint8Array | undefined> {
  const opened = open.get(digest) ?? unpack(digest);
  if (!open.has(digest))
    void opened.then((bytes) => {
      bytesOpen += bytes?.length ?? 0;
    });
  open.delete(digest);
  open.set(digest, opened);
  const bytes = await opened;
  if (!bytes) open.delete(digest);
  for (const [oldest, old] of open) {
    if (bytesOpen <= AT_HAND || oldest === digest) break;
    open.delete(oldest);
    bytesOpen -= (await old)?.length ?? 0;
  }
  return bytes;
}

/** A file that is on the device. */
export interface Kept {
  digest: string;
  content: Uint8Array;
}

async function readPlace([, digest, bytes, part, at]: Place): Promise<Kept | undefined> {
  const archive = await openPart(part);
  return archive && { digest, content: archive.slice(at, at + bytes) };
}

const readFrom = async (path: string, edition: KeptEdition | undefined) => {
  const place = await findPlace(path, edition);
  return place && readPlace(place);
};

/** A file of the kept edition; with `old`, also of the one before, of which open pages may still ask hashed files. */
export async function findFile(path: string, old = false): Promise<Kept | undefined> {
  const { kept, before } = await recall();
  const place = await findPlace(path, kept);
  if (!kept || !place) return old ? readFrom(path, before) : undefined;
  const file = await readPlace(place);
  if (file) return file;
  // Somebody emptied the cache, or another edition took this one's place and swept it out.
  await dropLost(kept);
  return (await recall()).kept ? findFile(path, old) : undefined;
}

/** The digest that a file of the kept edition has. */
export const findDigest = async (path: string) =>
  (await findPlace(path, (await recall()).kept))?.[1];

/** A file of the edition that has another one too: the index goes with the engine that reads it. */
export async function findBeside(path: string, other: string): Promise<Kept | undefined> {
  const { kept, before } = await recall();
  for (const edition of [kept, before])
    if (await findPlace(other, edition)) return readFrom(path, edition);
  return undefined;
}

/** Whether what is remembered is still there: the record, where its files stand, and one of them. */
export async function checkKept(): Promise<void> {
  recallAnew();
  open.clear();
  bytesOpen = 0;
  const { kept } = await recall();
  if (kept && !(await findFile("index.html"))) await dropLost(kept);
}
