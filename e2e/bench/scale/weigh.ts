import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { filesIn } from "../../lib/folders.ts";

/** What a built site weighs. */
export interface Weight {
  files: number;
  bytes: number;
  pages: number;
  /** Bytes of HTML and CSS of a paper's page, Brotli: the middle of those looked at. */
  paper: number;
  /** The largest page of all, HTML and CSS in Brotli, and its path. */
  largest: { bytes: number; path: string };
  /** The largest file of all, as it is: hosts have a limit for one. */
  heaviest: { bytes: number; path: string };
}

/** Paper pages whose middle is taken. */
const SAMPLES = 201;
/** Pages, longest first, among which the largest is looked for once they are compressed. */
const LONGEST = 40;

const packed = (path: string) => brotliCompressSync(readFileSync(path)).length;

/** Weighs a built site: every file is counted, pages are compressed by sample. */
export function weigh(dir: string): Weight {
  const files = filesIn(dir)
    .map((file) => join(dir, file))
    .map((path) => ({ path, bytes: statSync(path).size }));
  const sheets = new Map(
    files
      .filter(({ path }) => path.endsWith(".css"))
      .map(({ path }) => [basename(path), packed(path)]),
  );
  /** A page with the styles that it names. */
  const withStyles = (path: string) =>
    [...readFileSync(path, "utf8").matchAll(/href="[^"]*\/([^"/]+\.css)"/gu)].reduce(
      (sum, [, name = ""]) => sum + (sheets.get(name) ?? 0),
      packed(path),
    );
  const pages = files.filter(({ path }) => path.endsWith("index.html"));
  const papers = pages
    .filter(({ path }) => /^papers\/[^/]+\/index\.html$/u.test(path.slice(dir.length + 1)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const step = Math.max(1, Math.floor(papers.length / SAMPLES));
  const sample = papers
    .filter((_, i) => i % step === 0)
    .map(({ path }) => withStyles(path))
    .sort((a, b) => a - b);
  const [largest] = pages
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, LONGEST)
    .map(({ path }) => ({ bytes: withStyles(path), path: path.slice(dir.length) }))
    .sort((a, b) => b.bytes - a.bytes);
  const [heaviest] = files.toSorted((a, b) => b.bytes - a.bytes);
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    pages: pages.length,
    paper: sample[Math.floor(sample.length / 2)] ?? 0,
    largest: largest ?? { bytes: 0, path: "" },
    heaviest: { bytes: heaviest?.bytes ?? 0, path: heaviest?.path.slice(dir.length) ?? "" },
  };
}
