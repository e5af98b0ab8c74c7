import { fold, foldTitle } from "../../paper/fold.ts";
import { readAuthor } from "../../paper/known-people.ts";
import type { Problem } from "../../paper/problem.ts";
import { finding } from "./kinds.ts";
import { lineOfField } from "./places.ts";
import type { Judged } from "./texts.ts";

/**
 * Papers that are probably the same. Near texts are found by minhash signatures cut into bands (Broder 1997; Indyk &
 * Motwani 1998): only papers with a band in common are compared, so that the time grows with the papers, not with
 * their square.
 */

/** Words of a shingle, hashes of a signature, hashes of a band. */
const SHINGLE = 4;
const HASHES = 24;
const BAND = 3;

/** Papers with one band beyond this many are a series, not duplicates: each is compared with the last few alone. */
const MOST = 24;

/** Share of common shingles, and of common title words, from which two are told. */
const SAME_TEXT = 0.5;
const SAME_TITLE = 0.75;

interface Described {
  entry: Judged;
  shingles: Set<number>;
  words: Set<string>;
  families: Set<string>;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** A number's place in the `n`th of many orders: the mixer of MurmurHash3, seeded. */
function mix(value: number, n: number): number {
  let h = value ^ Math.imul(n + 1, 0x9e3779b9);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

function describe(entry: Judged): Described {
  const words = wordsOf(entry.read.abstract.text);
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i += 1)
    shingles.add(hash(words.slice(i, i + SHINGLE).join(" ")));
  const title = wordsOf(entry.read.title).filter((word) => word.length > 2);
  const families = entry.read.data.authors.map((author) => fold(readAuthor(author).family));
  return { entry, shingles, words: new Set(title), families: new Set(families) };
}

/** Names of the drawers in which a paper is looked for: bands of its text, and its title's words in order of the alphabet. */
function drawersOf({ shingles, words, families }: Described): string[] {
  const drawers: string[] = [];
  if (shingles.size >= 8) {
    const least = new Uint32Array(HASHES).fill(0xffffffff);
    for (const shingle of shingles)
      for (let n = 0; n < HASHES; n += 1) {
        const place = mix(shingle, n);
        if (place < (least[n] ?? 0)) least[n] = place;
      }
    for (let n = 0; n < HASHES; n += BAND)
      drawers.push(`text ${String(n)} ${least.slice(n, n + BAND).join(" ")}`);
  }
  const sorted = [...words].sort();
  // One word may differ: the title without each of its longest words.
  if (sorted.length >= 3)
    for (const family of [...families].slice(0, 2))
      for (const left of ["", ...sorted.toSorted((a, b) => b.length - a.length).slice(0, 4)])
        drawers.push(`title ${family} ${sorted.filter((word) => word !== left).join(" ")}`);
  return drawers;
}

function share<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const one of a) if (b.has(one)) both += 1;
  return both / (a.size + b.size - both);
}

/** Why two are probably one; undefined where they are not. */
function reason(a: Described, b: Described): string | undefined {
  const [one, other] = [a.entry.read.data, b.entry.read.data];
  if (foldTitle(a.entry.read.title) === foldTitle(b.entry.read.title)) return "the same title";
  if (one.arxiv !== undefined && other.arxiv !== undefined && one.arxiv !== other.arxiv)
    return undefined;
  const text = share(a.shingles, b.shingles);
  if (text >= SAME_TEXT) return `${String(Math.round(text * 100))} % of the abstract in common`;
  const hasAuthor = [...a.families].some((family) => b.families.has(family));
  if (
    hasAuthor &&
    share(a.words, b.words) >= SAME_TITLE &&
    (text > 0.1 || a.shingles.size === 0 || b.shingles.size === 0)
  )
    return "nearly the same title, and an author in common";
  return undefined;
}

/** Pairs of papers that are probably one, told at the later of the two. */
export function findDuplicates(entries: readonly Judged[]): Problem[] {
  const drawers = new Map<string, number[]>();
  const described: Described[] = [];
  return entries.flatMap((entry): Problem[] => {
    const one = describe(entry);
    const place = described.push(one) - 1;
    const near = new Set<number>();
    for (const name of drawersOf(one)) {
      const drawer = drawers.get(name);
      if (!drawer) {
        drawers.set(name, [place]);
        continue;
      }
      for (const other of drawer) near.add(other);
      drawer.push(place);
      if (drawer.length > MOST) drawer.shift();
    }
    return [...near]
      .sort((a, b) => a - b)
      .flatMap((other) => {
        const earlier = described[other];
        if (!earlier) return [];
        const why = reason(one, earlier);
        if (why === undefined) return [];
        const message = `"${entry.read.title.slice(0, 80)}" and ${earlier.entry.file} ("${earlier.entry.read.title.slice(0, 80)}") have ${why}`;
        return [
          finding("likely-duplicate", entry.file, lineOfField(entry.source, "title"), message),
        ];
      });
  });
}
