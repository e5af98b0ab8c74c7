import { buildCatalog } from "../../catalog/build.ts";
import type { Catalog } from "../../catalog/types.ts";
import { readCorpus } from "../../check/corpus.ts";
import { toPaper } from "../../paper/paper.ts";
import type { Problem } from "../../paper/problem.ts";
import type { Urls } from "../../urls.ts";

/** Reads a content folder into a catalog, as the site's build does; with every problem where anything is wrong. */
export async function readCatalog(
  contentDir: string,
  urls: Urls,
  display: (path: string) => string,
): Promise<{ catalog: Catalog; problems: Problem[] }> {
  const corpus = await readCorpus(contentDir, urls, display);
  const catalog = buildCatalog({
    papers: corpus.papers.flatMap(({ name, read }) =>
      read
        ? [{ ...toPaper(name, read.data, read, corpus.known), components: read.components }]
        : [],
    ),
    topics: corpus.topics.flatMap(({ name, read }) =>
      read ? [{ slug: name, data: read.data, introHtml: read.introHtml }] : [],
    ),
    tags: Object.entries(corpus.tags).map(([slug, data]) => ({ slug, data })),
    people: corpus.known.people,
  });
  return { catalog, problems: corpus.problems };
}
