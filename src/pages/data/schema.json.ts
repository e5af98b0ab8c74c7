import type { APIRoute } from "astro";
import { paperJsonSchema } from "../../citation/schema.ts";
import { site } from "../../site.ts";

/** What a paper of the dumps consists of. */
export const GET: APIRoute = () => {
  const { urls } = site;
  const schema = paperJsonSchema(urls.absolute(urls.data("schema.json")));
  return new Response(`${JSON.stringify(schema, null, 2)}\n`);
};
