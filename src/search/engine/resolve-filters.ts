import { foldTitle } from "../words/fold-token.ts";
import { FACETS } from "../query-url.ts";
import type { Facet, Filters } from "../types.ts";
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
    const names = values.map((value) => [foldTitle(value), foldTitle(nameOf(index, facet, value))]);
    resolved[facet] = wanted.flatMap((text) => {
      const folded = foldTitle(text);
      const named = values.filter((_, i) => names[i]?.includes(folded));
      if (named.length > 0) return named;
      const begun = values.filter((_, i) => names[i]?.some((name) => name.startsWith(folded)));
      return begun.length > 0 ? begun : [text];
    });
  }
  return resolved;
}

function nameOf({ labels }: Index, facet: Facet, value: string): string {
  if (facet === "topic") return labels.topic[value]?.name ?? value;
  if (facet === "tag") return labels.tag[value] ?? value;
  return facet === "venue" ? (labels.venue[value] ?? value) : value;
}
