import { contentType } from "../strategy.ts";

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** SHA-256 in hexadecimal. */
export const digestOf = async (bytes: Uint8Array) =>
  hex(await crypto.subtle.digest("SHA-256", bytes as BufferSource));

/** Throws where the bytes are no gzip file, or not all of one. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const plain = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

/** A file as a static host answers with it. */
export const typed = (path: string, content: Uint8Array) =>
  new Response(content as BodyInit, { headers: { "content-type": contentType(path) } });
