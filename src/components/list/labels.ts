import type { Catalog, Tag, Topic } from "../../catalog/types.ts";

/** Topics and tags by their slugs: what rows need to name them. */
export interface Labels {
  topics: ReadonlyMap<string, Topic>;
  tags: ReadonlyMap<string, Tag>;
}

const made = new WeakMap<Catalog, Labels>();

/** The labels of a catalog; made once for each. */
export function labelsOf(catalog: Catalog): Labels {
  const known = made.get(catalog);
  if (known) return known;
  const labels = {
    topics: new Map(catalog.topics.map((topic) => [topic.slug, topic])),
    tags: new Map(catalog.tags.map((tag) => [tag.slug, tag])),
  };
  made.set(catalog, labels);
  return labels;
}
