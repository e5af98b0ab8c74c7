import { createHash } from "node:crypto";
import { createWriteStream, readdirSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { once } from "node:events";
import { join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import type { Edition, Entry, Member } from "../edition.ts";
import { EDITION_FILE, LIST_FILE, LOST_PAGE, PACK_FILE } from "../edition.ts";
import { TAR_END, tarFile } from "../tar.ts";

/** Bytes of files in one member of the pack: what a page holds in memory at a time, and repeats after a break. */
const MEMBER = 4 * 1024 * 1024;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Letters of a file's digest: 80 bits, so that no two files of a site ever share one. */
const DIGEST = 20;

/** Every file below a folder, sorted, with `/`. */
function listFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** What a page loads from this site before and after it is drawn: styles, scripts and what they import, icons. */
function collectNeeds(dir: string, page: string, base: string): string[] {
  const found = new Set<string>([page]);
  const visit = (file: string) => {
    const text = readFileSync(join(dir, file), "utf8");
    const add = (path: string) => {
      if (found.has(path)) return;
      found.add(path);
      if (/\.(?:js|css)$/u.test(path)) visit(path);
    };
    // Every hashed file that a text names, by its address or by its name beside it.
    for (const [, path = ""] of text.matchAll(/["'(=\s]([^"'()=\s>]*_astro\/[^"'()\s>]+)/gu))
      add(path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//u, ""));
    if (file.endsWith(".js"))
      for (const [, name = ""] of text.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/gu))
        add(`_astro/${name}`);
  };
  visit(page);
  return [...found].sort();
}

/**
 * Writes what readers keep: the list of a finished site's files, the pack that holds them all, and
 * `offline/edition.json`, which names both. Everything is derived from the folder.
 *
 * @param options.limit bytes of a pack that is kept unasked.
 */
export async function writeEdition(
  dir: string,
  { base, limit }: { base: string; limit: number },
): Promise<Edition> {
  const mine = new Set([EDITION_FILE, LIST_FILE, PACK_FILE]);
  const files = listFiles(dir).filter((file) => !mine.has(file));
  mkdirSync(join(dir, "offline"), { recursive: true });
  const pack = createWriteStream(join(dir, PACK_FILE));
  const list: Entry[] = [];
  const members: Member[] = [];
  let blocks: Uint8Array[] = [];
  let open = { files: 0, bytes: 0 };
  let at = 0;
  const close = async () => {
    const packed = gzipSync(Buffer.concat(blocks), { level: 9 });
    members.push({ at, size: packed.length, digest: sha256(packed), ...open });
    at += packed.length;
    blocks = [];
    open = { files: 0, bytes: 0 };
    if (!pack.write(packed)) await once(pack, "drain");
  };
  for (const [place, path] of files.entries()) {
    const content = readFileSync(join(dir, path));
    list.push([path, sha256(content).slice(0, DIGEST), content.length]);
    blocks.push(...tarFile(path, content));
    open = { files: open.files + 1, bytes: open.bytes + content.length };
    const last = place === files.length - 1;
    if (last) blocks.push(TAR_END);
    if (last || open.bytes >= MEMBER) await close();
  }
  pack.end();
  await once(pack, "finish");
  const listed = Buffer.from(JSON.stringify(list));
  writeFileSync(join(dir, LIST_FILE), listed);
  const edition: Edition = {
    format: 1,
    version: sha256(listed),
    files: list.length,
    bytes: list.reduce((sum, [, , bytes]) => sum + bytes, 0),
    size: at,
    auto: at <= limit,
    members,
    shell: collectNeeds(dir, LOST_PAGE, base),
  };
  writeFileSync(join(dir, EDITION_FILE), JSON.stringify(edition));
  return edition;
}
