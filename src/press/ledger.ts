import { createHash, hash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Drawn } from "./order.ts";
import type { Shelved } from "../catalog/shelf.ts";
import type { Catalog } from "../catalog/types.ts";

/**
 * What earlier builds drew, and what they read to draw it. A page is made of the code, of the catalog without its
 * papers, and of the papers that were read while it was drawn: where all of these are as they were, drawing it again
 * would read the same and give the same (as build systems with traces reason: Mokhov, Mitchell & Peyton Jones,
 * "Build systems à la carte", 2018).
 */

interface Noted extends Drawn {
  /** Digest of all that it was made of. */
  inputs: string;
}

export const digest = (bytes: Uint8Array | string): string => hash("sha256", bytes, "base64");

/** A key for what these sites have not (islands drawn by a server): Astro makes up another one for every build. */
const BUILD_KEY = /"key":\s*"[\w+/]{43}="/gu;

/** Digests of the files of some folders, and of all that is given besides. */
export function digestMakers(folders: readonly string[], besides: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
  return digest(
    [
      process.version,
      ...besides,
      ...files.map((file) => file + digest(readFileSync(file, "utf8").replace(BUILD_KEY, ""))),
    ].join("\n"),
  );
}

const plain = (_name: string, value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;

/**
 * Digest of a catalog without its papers. Of what it says: `node:v8` writes the same lists and numbers in several ways, as
 * they have come to lie in memory, and every page would seem to be another one.
 */
export function digestRest(catalog: Catalog): string {
  const hash = createHash("sha256");
  for (const [name, value] of Object.entries(catalog)) {
    if (name === "papers" || name === "byKey") continue;
    hash.update(`\n${name}\n`);
    // An item at a time: all of them may be longer than a text can be.
    const items: unknown = plain(name, value);
    for (const item of Array.isArray(items) ? (items as unknown[]) : [items])
      hash.update(JSON.stringify(item, plain));
  }
  return hash.digest("base64");
}

/** Digests of a catalog on the shelf: of each paper by its number, and of which there are. */
function digestShelf({ keys, blocks }: Shelved): { papers: string[]; keys: string } {
  const papers: string[] = [];
  for (const { bytes, starts } of blocks)
    for (let i = 0; i + 1 < starts.length; i += 1)
      papers.push(
        digest(new Uint8Array(bytes, starts[i], (starts[i + 1] ?? 0) - (starts[i] ?? 0))),
      );
  return { papers, keys: digest(keys.join("\n")) };
}

/**
 * Opens the ledger that earlier builds left in a file, for pages that are to be drawn from this catalog.
 *
 * @param makers digest of everything that draws, and of what it draws from besides papers.
 */
export function openLedger(file: string, makers: string, shelved: Shelved) {
  const now = digestShelf(shelved);
  const inputsOf = (reads: readonly number[]) =>
    digest([makers, now.keys, ...reads.map((number) => now.papers[number] ?? "")].join("\n"));
  let before = new Map<string, Noted>();
  try {
    before = deserialize(readFileSync(file)) as Map<string, Noted>;
  } catch {
    // The first build, or one that was cut short.
  }
  const noted = new Map<string, Noted>();
  return {
    /** Digest of a page as it was last written, if it would be drawn the same again. */
    find(path: string): string | undefined {
      const known = before.get(path);
      if (!known || known.inputs !== inputsOf(known.reads)) return undefined;
      noted.set(path, known);
      return known.html;
    },
    note(path: string, { reads, html }: Drawn): void {
      noted.set(path, { reads, html, inputs: inputsOf(reads) });
    },
    save(): void {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, serialize(noted));
      renameSync(`${file}.new`, file);
    },
  };
}
