import type { APIRoute } from "astro";
import { site } from "../site.ts";

/** Everything may be read by everyone. */
export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${site.urls.absolute(site.urls.asset("sitemap-index.xml"))}\n`,
  );
