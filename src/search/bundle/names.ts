import { NAME_FILES } from "../layout.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";

/** What a name is of: one text may be a paper's title and another's key. */
export type NameKind = "title" | "author" | "key" | "id";

/** FNV-1a, 32 bits (Fowler, Noll & Vo 1991), over UTF-16. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // Its high bits, which choose the file, are the poorer ones in short texts.
  return (hash ^ (hash >>> 15)) >>> 0;
}

const digestOf = (kind: NameKind, name: string) => digest(`${kind}:${name}`);

/** The file that a name is in. */
export const nameFile = (kind: NameKind, name: string): string =>
  pathOf(digestOf(kind, name) % NAME_FILES);

const pathOf = (file: number) => `names/${String(file)}.gz`;

/**
 * Names and the numbers of their papers, as files of digests: what a paper is called in full is found by one of them.
 * Two names in some billions of pairs have one digest; whoever looks up shows the paper's title, which tells.
 */
export function writeNames(
  names: Iterable<readonly [NameKind, string, number]>,
): Map<string, Uint8Array> {
  const files = new Map<string, [digest: number, paper: number][]>();
  for (const [kind, name, paper] of names) {
    const file = nameFile(kind, name);
    const entry: [number, number] = [digestOf(kind, name), paper];
    const known = files.get(file);
    if (known) known.push(entry);
    else files.set(file, [entry]);
  }
  return new Map(
    Array.from({ length: NAME_FILES }, (_, n) => {
      const file = pathOf(n);
      const entries = files.get(file) ?? [];
      const out = new ByteWriter();
      entries.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      out.number(entries.length);
      let before = 0;
      for (const [hash] of entries) {
        out.number(hash - before);
        before = hash;
      }
      for (const [, paper] of entries) out.number(paper);
      return [file, out.taken()];
    }),
  );
}

/** The papers of a name, out of its file. */
export function findName(bytes: Uint8Array, kind: NameKind, name: string): number[] {
  const wanted = digestOf(kind, name);
  const reader = new ByteReader(bytes);
  const count = reader.number();
  const places: number[] = [];
  let hash = 0;
  for (let i = 0; i < count; i += 1) {
    hash += reader.number();
    if (hash === wanted) places.push(i);
  }
  const papers = Array.from({ length: count }, () => reader.number());
  return places.map((place) => papers[place] ?? 0);
}
