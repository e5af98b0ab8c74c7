import { slugify } from "../../paper/fold.ts";
import { FACETS } from "../query-url.ts";
import type { Filters } from "../types.ts";
import type { Index } from "./open-index.ts";

/** Values typed after `topic:`, `tag:` and the like as the facet's own: by slug, by name, by how they begin. */
export async function resolveFilters(index: Index, typed: Filters): Promise<Filters> {
  const resolved: Filters = {};
  for (const facet of FACETS) {
    const wanted = typed[facet];
    if (!wanted) continue;
    if (facet === "year") {
      resolved.year = wanted;
      continue;
    }
    const values = [...(await index.facet(facet)).keys()];
    resolved[facet] = wanted.flatMap((text) => {
      const slug = slugify(text);
      const same = values.filter((value) => value === slug);
      if (same.length > 0) return same;
      const named = values.filter((value) => nameOf(index, facet, value) === slug);
      if (named.length > 0) return named;
      const begun = values.filter((value) => value.startsWith(slug));
      return begun.length > 0 ? begun : [slug];
    });
  }
  return resolved;
}

function nameOf(index: Index, facet: string, value: string): string {
  if (facet === "topic") return slugify(index.labels.topic[value]?.name ?? value);
  if (facet === "tag") return slugify(index.labels.tag[value] ?? value);
  return slugify(facet === "venue" ? (index.labels.venue[value] ?? value) : value);
}
