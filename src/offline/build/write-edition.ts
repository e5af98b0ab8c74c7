import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Edition, List } from "../edition.ts";
import { EDITION_FILE, LIST_FILE, LOST_PAGE } from "../edition.ts";
import { collectNeeds } from "./collect-needs.ts";
import { findTopics, orderByTopic, partsOfTopics } from "./find-topics.ts";
import { digest, measureFiles } from "./measure-files.ts";
import type { Earlier } from "./packed-before.ts";
import { writeParts } from "./write-parts.ts";

/** What was written, for the log. */
export interface Written extends Edition {
  /** Bytes of the files before they were packed. */
  bytes: number;
  parts: number;
}

interface Options {
  base: string;
  limit: number;
  without?: readonly string[];
  earlier?: Earlier;
}

/**
 * Writes what readers keep: the site's files in packed parts, the same as one archive or a few, the list of
 * both, and `offline/edition.json`, which names it. Everything is derived from the folder, a part at a time.
 *
 * @param options.limit bytes of a site that is kept unasked.
 * @param options.without beginnings of paths that readers do not keep.
 * @param options.earlier where an earlier build left what it packed.
 */
export async function writeEdition(
  dir: string,
  { base, limit, without = [], earlier }: Options,
): Promise<Written> {
  mkdirSync(join(dir, "offline"), { recursive: true });
  rmSync(join(dir, "offline/parts"), { recursive: true, force: true });
  const files = measureFiles(dir, without);
  const found = findTopics(
    dir,
    files.map(({ path }) => path),
    base,
  );
  const { parts, packs, entries } = await writeParts(dir, orderByTopic(files, found), earlier);
  let next = 0;
  const topics = partsOfTopics(
    found,
    parts.map(([, , count]) => entries.slice(next, (next += count)).map(([path]) => path)),
  );
  const list: List = {
    parts,
    files: entries,
    packs,
    topics: topics.map((topic) => [topic.slug, topic.parts]),
  };
  const json = Buffer.from(JSON.stringify(list));
  writeFileSync(join(dir, LIST_FILE), gzipSync(json, { level: 9 }));
  const size = parts.reduce((sum, part) => sum + part[1], 0);
  const sizeOf = (places: readonly number[]) =>
    places.reduce((sum, at) => sum + (parts[at]?.[1] ?? 0), 0);
  const everywhere = (topics[0]?.parts ?? []).filter((at) =>
    topics.every((topic) => topic.parts.includes(at)),
  );
  const edition: Edition = {
    format: 2,
    version: digest(json),
    files: entries.length,
    size,
    auto: size <= limit,
    packs: packs.length,
    topics: topics.map((topic) => [topic.slug, topic.name, sizeOf(topic.parts)]),
    shared: sizeOf(everywhere),
    shell: collectNeeds(dir, LOST_PAGE, base),
  };
  writeFileSync(join(dir, EDITION_FILE), JSON.stringify(edition));
  const bytes = entries.reduce((sum, entry) => sum + entry[2], 0);
  return { ...edition, bytes, parts: parts.length };
}

/** The edition that a folder holds. */
export const readEdition = (dir: string) =>
  JSON.parse(readFileSync(join(dir, EDITION_FILE), "utf8")) as Edition;
