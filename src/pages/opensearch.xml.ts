import type { APIRoute } from "astro";
import { escapeHtml } from "../paper/text/drawing.ts";
import { site } from "../site.ts";

/** Lets a browser search the site from its address bar (OpenSearch 1.1). */
export const GET: APIRoute = () => {
  const { title, tagline, urls } = site;
  const template = escapeHtml(`${urls.absolute(urls.search())}?q={searchTerms}`);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeHtml(title.slice(0, 16))}</ShortName>
<Description>${escapeHtml(tagline)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="32" height="32" type="image/svg+xml">${escapeHtml(urls.absolute(urls.asset("favicon.svg")))}</Image>
<Url type="text/html" method="get" template="${template}"/>
</OpenSearchDescription>
`);
};
