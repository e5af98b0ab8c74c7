import type { Catalog, CatalogPaper, Topic } from "../../catalog/types.ts";

/** The papers either side of one in its first topic, newest first; undefined for a paper without a topic. */
export function neighboursOf(
  paper: CatalogPaper,
  catalog: Catalog,
  topics: ReadonlyMap<string, Topic>,
): { topic: Topic; newer: CatalogPaper | undefined; older: CatalogPaper | undefined } | undefined {
  const topic = paper.topics.map((slug) => topics.get(slug)).find((found) => found !== undefined);
  if (!topic) return undefined;
  const place = topic.papers.indexOf(paper.key);
  const at = (n: number) => catalog.byKey.get(topic.papers[n] ?? "");
  return { topic, newer: at(place - 1), older: at(place + 1) };
}
