import { gunzip } from "../search/engine/open-index.ts";

/**
 * Blocks of data inside the page: `<script type="application/octet-stream">` elements, which no browser runs or draws,
 * their bytes in base64. That costs a third over the bytes and is what every browser decodes by itself.
 */

/** Bytes of a base64 text. */
export function decodeBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** The bytes of a block. Throws where the file has none of that name. */
export function readBlock(name: string): Uint8Array {
  const block = document.getElementById(`block:${name}`);
  if (!block) throw new Error(`This file has no block ${name}.`);
  return decodeBase64(block.textContent);
}

/** A compressed block of JSON. */
export async function readJson<Shape>(name: string): Promise<Shape> {
  const bytes = await gunzip(readBlock(name));
  return JSON.parse(new TextDecoder().decode(bytes)) as Shape;
}
