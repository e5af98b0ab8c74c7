import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { CborReader } from "../bundle/cbor.ts";
import { unwrap } from "../bundle/bundle.ts";
import { fragmentOf } from "../layout.ts";

/** A file of the index: its path inside the bundle. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

type Value = number | string | Value[];

function readValue(cbor: CborReader): Value {
  const major = (cbor.bytes[cbor.at] ?? 0) >> 5;
  if (major === 4) return Array.from({ length: cbor.array() }, () => readValue(cbor));
  return major === 3 ? cbor.text() : cbor.integer();
}

function head(major: number, value: number): number[] {
  if (value < 24) return [(major << 5) | value];
  if (value < 256) return [(major << 5) | 24, value];
  if (value < 65_536) return [(major << 5) | 25, value >> 8, value & 255];
  return [(major << 5) | 26, value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function write(value: Value, out: number[]): number[] {
  if (typeof value === "number") {
    for (const byte of value < 0 ? head(1, -1 - value) : head(0, value)) out.push(byte);
  } else if (typeof value === "string") {
    const bytes = new TextEncoder().encode(value);
    for (const byte of [...head(3, bytes.length), ...bytes]) out.push(byte);
  } else {
    for (const byte of head(4, value.length)) out.push(byte);
    for (const item of value) write(item, out);
  }
  return out;
}

const byFirst = (a: Value, b: Value) => {
  const [x, y] = [Array.isArray(a) ? a[0] : a, Array.isArray(b) ? b[0] : b];
  return String(x) < String(y) ? -1 : 1;
};

const list = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);

const read = (file: IndexFile) => readValue(new CborReader(unwrap(gunzipSync(file.content))));

const pack = (value: Value) =>
  gzipSync(Buffer.concat([Buffer.from("pagefind_dcd"), Uint8Array.from(write(value, []))]), {
    level: 9,
  });

const hash = (bytes: Uint8Array, length: number) =>
  createHash("sha256").update(bytes).digest("hex").slice(0, length);

/**
 * Pagefind writes the values of its facets in the order of a hash table, another one every time: the
 * same papers would get other file names at each build. This puts them in order and renames what changed.
 * Fragments are named by their paper's number: digests, which do not compress, are most of the table that
 * every search begins with, and the folder's own name already says what is in it.
 */
export function settle(files: readonly IndexFile[]): IndexFile[] {
  const renamed = new Map<string, string>();
  const out: IndexFile[] = [];
  const fragments = new Map<string, IndexFile>();
  let contents: IndexFile | undefined;
  let entry: IndexFile | undefined;
  for (const file of files) {
    if (file.path.endsWith(".pf_meta")) contents = file;
    else if (file.path === "pagefind-entry.json") entry = file;
    else if (file.path.endsWith(".pf_filter")) {
      const [facet = "", values] = list(read(file));
      const content = pack([facet, list(values).sort(byFirst)]);
      const name = `${file.path.replace(/^filter\/|_.*$/gu, "")}_${hash(content, 10)}`;
      renamed.set(file.path.replace(/^filter\/|\.pf_filter$/gu, ""), name);
      out.push({ path: `filter/${name}.pf_filter`, content });
    } else if (file.path.endsWith(".pf_fragment")) fragments.set(file.path, file);
    else out.push(file);
  }
  if (!contents || !entry) throw new Error("Pagefind wrote no table of contents.");
  const parts = list(read(contents));
  parts[1] = list(parts[1]).map((page, number) => {
    const [name = "", ...rest] = list(page);
    const file = fragments.get(`fragment/${String(name)}.pf_fragment`);
    if (!file) throw new Error(`Pagefind names a fragment that it did not write: ${String(name)}`);
    const path = fragmentOf(number);
    out.push({ path, content: file.content });
    return [path.replace(/^fragment\/|\.pf_fragment$/gu, ""), ...rest];
  });
  parts[3] = list(parts[3])
    .map((filter) => {
      const [facet = "", file = ""] = list(filter);
      return [facet, renamed.get(String(file)) ?? file];
    })
    .sort(byFirst);
  parts[4] = list(parts[4]).sort(byFirst);
  const content = pack(parts);
  const [, language = "", old = ""] = /^pagefind\.(.*?_)(.*)\.pf_meta$/u.exec(contents.path) ?? [];
  const name = hash(content, 10);
  out.push({ path: `pagefind.${language}${name}.pf_meta`, content });
  const text = new TextDecoder()
    .decode(entry.content)
    .replaceAll(`${language}${old}`, language + name);
  out.push({ path: entry.path, content: new TextEncoder().encode(text) });
  return out.sort((a, b) => (a.path < b.path ? -1 : 1));
}
