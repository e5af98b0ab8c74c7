import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../../catalog/index.ts";
import type { CatalogPaper } from "../../catalog/types.ts";
import { MEDIA_TYPES, WRITERS } from "../../citation/formats.ts";
import { site } from "../../site.ts";
import type { CitationFormat } from "../../urls.ts";

export const getStaticPaths = (async () => {
  const { papers } = await getCatalog();
  if (papers.length > site.perPaperFiles) return [];
  const formats = Object.keys(WRITERS) as CitationFormat[];
  return papers.flatMap((paper) =>
    formats.map((format) => ({ params: { key: paper.key, format }, props: { paper } })),
  );
}) satisfies GetStaticPaths;

/** A paper as BibTeX, RIS, CSL-JSON or Markdown. */
export const GET: APIRoute<{ paper: CatalogPaper }> = ({ props: { paper }, params }) => {
  const format = params["format"] as CitationFormat;
  return new Response(WRITERS[format](paper, site.urls), {
    headers: { "Content-Type": MEDIA_TYPES[format] },
  });
};
