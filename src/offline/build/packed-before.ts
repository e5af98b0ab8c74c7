import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { partFile } from "../edition.ts";
import { BLOCK } from "../tar.ts";
import { digest } from "./measure-files.ts";

/** Where an earlier build left what it packed. */
export interface Earlier {
  /** Absolute: its site. */
  site: string;
  /** Absolute: what it noted of it. */
  notes: string;
}

/** Letters of a digest: 80 bits, so that no two files of a site ever share one. */
const DIGEST = 20;

/** A digest as lists and names of files have it. */
export const short = (whole: string): string => whole.slice(0, DIGEST);

/** What a part is called. */
export const nameOf = (packed: Uint8Array): string => short(digest(packed));

/** A name for what a part is packed from, and how: files in their order, each by its header and its digest. */
export function openKey(level: number) {
  const hash = createHash("sha256").update(
    `${process.versions.zlib} ${process.arch} ${String(level)}`,
  );
  return {
    /** @param blocks the file as the archive has it. */
    add({ blocks, bytes, digest: whole }: { blocks: Uint8Array; bytes: number; digest: string }) {
      const header = blocks.length - Math.ceil(bytes / BLOCK) * BLOCK;
      hash.update(blocks.subarray(0, header)).update(whole);
    },
    end: (): string => hash.digest("base64"),
  };
}

/**
 * Parts that an earlier build packed, for those whose files are as they were: compressing takes most of the time of an
 * edition. What lies there is used as far as its name says that it is whole.
 */
export function openPacked({ site, notes }: Earlier) {
  const file = join(notes, "parts.json");
  const now = new Map<string, string>();
  let before = new Map<string, string>();
  try {
    before = new Map(
      Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>),
    );
  } catch {
    // The first build, or one that was cut short.
  }
  return {
    /** A part as it was packed before. */
    find(key: string): Buffer | undefined {
      const known = before.get(key);
      if (known === undefined) return undefined;
      try {
        const packed = readFileSync(join(site, partFile(known)));
        return nameOf(packed) === known ? packed : undefined;
      } catch {
        return undefined;
      }
    },
    /** Notes a part of this build. */
    note(key: string, name: string): void {
      now.set(key, name);
    },
    /** Leaves the notes for the next build. Where that cannot be, the next one packs everything: this one is whole. */
    save(): void {
      try {
        mkdirSync(notes, { recursive: true });
        writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(now)));
        renameSync(`${file}.new`, file);
      } catch {
        // Not ours to write to.
      }
    },
  };
}
