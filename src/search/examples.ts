import type { Catalog, CatalogPaper } from "../catalog/types.ts";

/** A search to try, and what it finds. */
export interface Example {
  query: string;
  does: string;
}

const quoted = (text: string) => (/\s/u.test(text) ? `"${text}"` : text);

/** Most papers first; equal numbers by address, so that the same corpus gives the same searches. */
const mostUsed = <T extends { slug: string; papers: string[] }>(groups: readonly T[]): T[] =>
  groups.toSorted((a, b) => b.papers.length - a.papers.length || (a.slug < b.slug ? -1 : 1));

/** As many as three short searches to begin with, each of which finds something: words, words of late, words with code. */
export function briefSearches(catalog: Catalog): string[] {
  const year = catalog.updated?.year;
  const ends: ((paper: CatalogPaper | undefined) => string | undefined)[] = [
    () => "",
    (paper) =>
      year !== undefined && paper?.date?.year === year ? ` year:${String(year)}` : undefined,
    (paper) => (paper?.code === undefined ? undefined : " has:code"),
  ];
  return mostUsed(catalog.tags)
    .slice(0, ends.length)
    .flatMap(({ name, papers }, at) => {
      const end = papers
        .map((key) => ends[at]?.(catalog.byKey.get(key)))
        .find((e) => e !== undefined);
      return end === undefined ? [] : [name.toLowerCase() + end];
    });
}

/** Searches that find something in this very corpus, one for each thing that a query can say. */
export function exampleSearches(catalog: Catalog): Example[] {
  const [first, second] = mostUsed(catalog.tags);
  const author = mostUsed(catalog.authors)[0];
  const paper = catalog.papers.find(({ arxiv }) => arxiv !== undefined);
  const year = catalog.updated?.year;
  const name = first?.name.toLowerCase() ?? "";
  const examples: (Example | false | undefined)[] = [
    first && {
      query: name,
      does: "any of the words, best match first; the last may be unfinished",
    },
    first && { query: `"${name}"`, does: "these words as they stand, in this order" },
    first &&
      second && {
        query: `${name} -${quoted(second.name.toLowerCase())}`,
        does: "the first, without the second",
      },
    author && {
      query: `author:${quoted(author.name)}`,
      does: "by author; also title: venue: tag: topic:",
    },
    first &&
      year !== undefined && {
        query: `${name} year:${String(year - 1)}..${String(year)} has:code`,
        does: "between two years, with code",
      },
    paper?.arxiv !== undefined
      ? { query: paper.arxiv, does: "an arXiv id or a DOI leads straight to its paper" }
      : undefined,
  ];
  return examples.filter((example) => example !== undefined && example !== false);
}
