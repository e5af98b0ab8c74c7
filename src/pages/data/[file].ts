import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../../catalog/index.ts";
import { DUMPS } from "../../citation/formats.ts";

export const getStaticPaths = (() =>
  Object.keys(DUMPS).map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

/** The whole corpus in one file. */
export const GET: APIRoute = async ({ params }) => {
  const { papers } = await getCatalog();
  return new Response(DUMPS[params["file"] ?? ""]?.(papers));
};
