import type { APIRoute, GetStaticPaths } from "astro";
import { getCatalog } from "../../catalog/index.ts";
import type { CatalogPaper } from "../../catalog/types.ts";
import { MEDIA_TYPES, WRITERS } from "../../citation/formats.ts";
import { site } from "../../site.ts";
import type { CitationFormat } from "../../urls.ts";

export const getStaticPaths = (async () => {
  const { papers, aliases } = await getCatalog();
  if (papers.length > site.perPaperFiles) return [];
  const formats = Object.keys(WRITERS) as CitationFormat[];
  // Nothing but a copy can stand at the address of a file whose paper has another key now.
  return papers.flatMap((paper) =>
    [paper.key, ...paper.aliases.filter((alias) => aliases.get(alias) === paper.key)].flatMap(
      (key) => formats.map((format) => ({ params: { key, format }, props: { paper, format } })),
    ),
  );
}) satisfies GetStaticPaths;

/** A paper as BibTeX, RIS, CSL-JSON or Markdown. Its format is no part of the address that could be read back: keys have dots. */
export const GET: APIRoute<{ paper: CatalogPaper; format: CitationFormat }> = ({
  props: { paper, format },
}) =>
  new Response(WRITERS[format](paper, site.urls), {
    headers: { "Content-Type": MEDIA_TYPES[format] },
  });
