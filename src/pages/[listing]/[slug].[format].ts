import type { APIRoute, GetStaticPaths } from "astro";
import { citableLists } from "../../catalog/citable.ts";
import type { Listing } from "../../catalog/citable.ts";
import { getCatalog } from "../../catalog/index.ts";
import { pick } from "../../catalog/pick.ts";
import { LIST_WRITERS, MEDIA_TYPES } from "../../citation/formats.ts";
import type { PaperList } from "../../citation/formats.ts";
import { site } from "../../site.ts";
import type { CitationFormat } from "../../urls.ts";

interface Props {
  list: Omit<PaperList, "papers">;
  keys: readonly string[];
  format: CitationFormat;
}

export const getStaticPaths = (async () => {
  const { urls } = site;
  const pageOf: Readonly<Record<Listing, (slug: string) => string>> = {
    topics: urls.topic,
    tags: urls.tag,
    authors: urls.author,
    venues: urls.venue,
    years: urls.year,
  };
  const formats = Object.keys(LIST_WRITERS) as CitationFormat[];
  return citableLists(await getCatalog(), site).flatMap(({ listing, group, about }) =>
    formats.map((format) => ({
      params: { listing, slug: group.slug, format },
      props: {
        list: { name: group.name, about, path: pageOf[listing](group.slug) },
        keys: group.papers,
        format,
      } satisfies Props,
    })),
  );
}) satisfies GetStaticPaths;

/** The papers of a topic, tag, author, venue or year, as BibTeX, RIS, CSL-JSON or Markdown. */
export const GET: APIRoute<Props> = async ({ props: { list, keys, format } }) => {
  const papers = pick(await getCatalog(), keys);
  return new Response(LIST_WRITERS[format]({ ...list, papers }, site.urls), {
    headers: { "Content-Type": MEDIA_TYPES[format] },
  });
};
