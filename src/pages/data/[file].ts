import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../../catalog/index.ts";
import { DUMPS } from "../../citation/formats.ts";

export const getStaticPaths = (() =>
  Object.keys(DUMPS).map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

/** Papers that are put into bytes at once. */
const BLOCK = 500;

/** Texts as bytes, many at a time. */
function* encode(pieces: Iterable<string>): Generator<Uint8Array<ArrayBuffer>, undefined> {
  const encoder = new TextEncoder();
  let block: string[] = [];
  for (const piece of pieces) {
    if (block.push(piece) < BLOCK) continue;
    yield encoder.encode(block.join(""));
    block = [];
  }
  yield encoder.encode(block.join(""));
}

/** The whole corpus in one file. */
export const GET: APIRoute = async ({ params }) => {
  const { papers } = await getCatalog();
  const blocks = encode(DUMPS[params["file"] ?? ""]?.(papers) ?? []);
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = blocks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  return new Response(body);
};
