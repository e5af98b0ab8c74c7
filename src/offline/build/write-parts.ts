import { once } from "node:events";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import type { Entry, Part } from "../edition.ts";
import { packFile, partFile } from "../edition.ts";
import { TAR_END } from "../tar.ts";
import type { Measured } from "./measure-files.ts";
import type { Earlier } from "./packed-before.ts";
import { nameOf, openKey, openPacked, short } from "./packed-before.ts";
import { readFiles } from "./read-files.ts";

/** Bytes of files in a part, on average: small enough for a small update, large enough for few requests. */
const SMALL_PART = 64 * 1024;
const LARGE_PART = 1024 * 1024;
const PARTS = 1024;

/** Bytes of a site from which on the last percent of size is not worth twice the time. */
const LARGE = 100_000_000;

/** Bytes of a pack from which on another one begins: hosts refuse larger files (the strictest known, above 25 MiB). */
const PACK = 20_000_000;

/** Compresses in one of Node's own threads, so that all cores work. */
const compress = promisify<Uint8Array, { level: number }, Buffer>(gzip);

/** Parts that are compressed at once, or wait to be written in their order. */
const AT_ONCE = 2 * availableParallelism();

/** A power of two, so that a growing site is rarely cut anew. */
function partSize(bytes: number): number {
  const wanted = 2 ** Math.floor(Math.log2(Math.max(1, bytes / PARTS)));
  return Math.min(LARGE_PART, Math.max(SMALL_PART, wanted));
}

const GZIP_END = gzipSync(TAR_END, { level: 9 });

/** Writes packs one after the other, each an archive by itself. */
function openPacks(dir: string) {
  let file: ReturnType<typeof createWriteStream> | undefined;
  let size = 0;
  const packs: number[] = [];
  const close = async () => {
    if (!file) return;
    file.end(GZIP_END);
    await once(file, "close");
    file = undefined;
  };
  return {
    packs,
    close,
    async write(packed: Uint8Array): Promise<void> {
      if (size + packed.length > PACK) await close();
      if (!file) {
        file = createWriteStream(join(dir, packFile(packs.length)));
        size = 0;
        packs.push(0);
      }
      packs.push((packs.pop() ?? 0) + 1);
      size += packed.length;
      if (!file.write(packed)) await once(file, "drain");
    },
  };
}

/**
 * Packs files into parts, and parts into packs. Where a part ends is read off its files' digests, so that a
 * file more or less changes the parts around it and leaves all others as they were.
 *
 * @param earlier where an earlier build left its parts: those that are as they were are taken from there.
 */
export async function writeParts(
  dir: string,
  files: readonly Measured[],
  earlier?: Earlier,
): Promise<{ parts: Part[]; packs: number[]; entries: Entry[] }> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const target = partSize(total);
  const level = total > LARGE ? 6 : 9;
  const parts: Part[] = [];
  const entries: Entry[] = [];
  const packs = openPacks(dir);
  const before = earlier && openPacked(earlier);
  mkdirSync(dirname(join(dir, partFile("x"))), { recursive: true });
  let blocks: Uint8Array[] = [];
  let open = { files: 0, bytes: 0 };
  let key = openKey(level);
  const begun: { packing: Promise<Buffer> | Buffer; files: number; key: string }[] = [];
  const finish = async () => {
    const first = begun.shift();
    if (!first) return;
    const packed = await first.packing;
    const part: Part = [nameOf(packed), packed.length, first.files];
    parts.push(part);
    before?.note(first.key, part[0]);
    writeFileSync(join(dir, partFile(part[0])), packed);
    await packs.write(packed);
  };
  const paths = files.map(({ path }) => path);
  for await (const file of readFiles(dir, paths)) {
    const { path, bytes } = file;
    const hash = short(file.digest);
    entries.push([path, hash, bytes]);
    blocks.push(file.blocks);
    key.add(file);
    open = { files: open.files + 1, bytes: open.bytes + bytes };
    const chance = Number.parseInt(hash.slice(0, 8), 16) / 2 ** 32;
    const ends = open.bytes >= target / 4 && chance < bytes / target;
    if (!ends && open.bytes < target * 2 && entries.length < files.length) continue;
    const name = key.end();
    const packing = before?.find(name) ?? compress(Buffer.concat(blocks), { level });
    begun.push({ packing, files: open.files, key: name });
    if (begun.length >= AT_ONCE) await finish();
    key = openKey(level);
    blocks = [];
    open = { files: 0, bytes: 0 };
  }
  while (begun.length > 0) await finish();
  await packs.close();
  before?.save();
  return { parts, packs: packs.packs, entries };
}
