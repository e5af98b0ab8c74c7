import type { Catalog } from "../catalog/types.ts";

/** A search to try, and what it finds. */
export interface Example {
  query: string;
  does: string;
}

const quoted = (text: string) => (/\s/u.test(text) ? `"${text}"` : text);

/** Searches that find something in this very corpus, one for each thing that a query can say. */
export function exampleSearches(catalog: Catalog): Example[] {
  const [first, second] = catalog.tags.toSorted(
    (a, b) => b.papers.length - a.papers.length || (a.slug < b.slug ? -1 : 1),
  );
  const author = catalog.authors.toSorted(
    (a, b) => b.papers.length - a.papers.length || (a.slug < b.slug ? -1 : 1),
  )[0];
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
