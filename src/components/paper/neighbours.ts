import type { Catalog, CatalogPaper, Topic } from "../../catalog/types.ts";

const places = new WeakMap<Topic, ReadonlyMap<string, number>>();

/** Where each paper stands in a topic; counted once a topic, not once a page. */
function placesIn(topic: Topic): ReadonlyMap<string, number> {
  const known = places.get(topic) ?? new Map(topic.papers.map((key, place) => [key, place]));
  places.set(topic, known);
  return known;
}

/** The papers either side of one in its first topic, newest first; undefined for a paper without a topic. */
export function neighboursOf(
  paper: CatalogPaper,
  catalog: Catalog,
  topics: ReadonlyMap<string, Topic>,
): { topic: Topic; newer: CatalogPaper | undefined; older: CatalogPaper | undefined } | undefined {
  const topic = paper.topics.map((slug) => topics.get(slug)).find((found) => found !== undefined);
  if (!topic) return undefined;
  const place = placesIn(topic).get(paper.key) ?? -1;
  const at = (n: number) => catalog.byKey.get(topic.papers[n] ?? "");
  return { topic, newer: at(place - 1), older: at(place + 1) };
}
