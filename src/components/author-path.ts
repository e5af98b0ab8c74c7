import type { Author } from "../catalog/types.ts";
import { site } from "../site.ts";

/** Where an author's name leads: to their page, or, on a site where one paper gives none, to the paper. */
export function authorPath(
  slug: string,
  solo: ReadonlyMap<string, Pick<Author, "papers">>,
): string {
  const [only] = solo.get(slug)?.papers ?? [];
  return only === undefined ? site.urls.author(slug) : site.urls.paper(only);
}
