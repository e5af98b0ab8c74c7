import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { unwrap } from "../bundle/bundle.ts";
import { CborReader } from "../bundle/cbor.ts";
import type { Value } from "./cbor-writer.ts";
import { CborWriter } from "./cbor-writer.ts";

/** A file of the index: its path inside the bundle. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** A file of our own, compressed, to lie beside Pagefind's. */
export const zip = (path: string, content: string | Uint8Array): IndexFile => ({
  path,
  content: gzipSync(content, { level: 9 }),
});

function readValue(cbor: CborReader): Value {
  const major = (cbor.bytes[cbor.at] ?? 0) >> 5;
  if (major === 4) return Array.from({ length: cbor.array() }, () => readValue(cbor));
  return major === 3 ? cbor.text() : cbor.integer();
}

/** What is in a file of Pagefind's, as CBOR. */
export const open = (file: IndexFile): Uint8Array => unwrap(gunzipSync(file.content));

/** All that a file of Pagefind's says. */
export const read = (file: IndexFile): Value => readValue(new CborReader(open(file)));

/** Bytes of CBOR as Pagefind writes them to a file. */
export const wrap = (cbor: Uint8Array): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from("pagefind_dcd"), cbor]), { level: 9 });

/** The content of a file of Pagefind's that says this. */
export function pack(value: Value): Uint8Array {
  const out = new CborWriter();
  out.value(value);
  return wrap(out.taken());
}

/** Beginning of a digest, in hexadecimal. */
export const hash = (bytes: Uint8Array, length: number): string =>
  createHash("sha256").update(bytes).digest("hex").slice(0, length);

export const list = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : []);

/** Orders lists by their first members, as text. */
export const byFirst = (a: Value, b: Value): number => {
  const [x, y] = [list(a)[0], list(b)[0]].map(String);
  return (x ?? "") < (y ?? "") ? -1 : 1;
};
