import type { Catalog, CatalogPaper } from "../../catalog/types.ts";
import type { Person } from "../../paper/people.ts";

/** What a benchmark or a test knows of a paper. */
export interface PlainPaper {
  key: string;
  title: string;
  text: string;
  authors?: Person[];
  date?: string;
  arxiv?: string;
  doi?: string;
  code?: string;
  topics?: string[];
  tags?: string[];
}

/** A catalog as far as search needs it, from titles and abstracts: for benchmarks and tests. */
export function plainCatalog(
  papers: readonly PlainPaper[],
  groups: { topics?: Catalog["topics"]; tags?: Catalog["tags"] } = {},
): Catalog {
  const made = papers.map((paper, number): CatalogPaper => ({
    key: paper.key,
    title: paper.title,
    titleHtml: "",
    authors: paper.authors ?? [],
    ...(paper.date === undefined
      ? {}
      : { date: { iso: paper.date, year: Number(paper.date.slice(0, 4)) } }),
    ...(paper.arxiv === undefined ? {} : { arxiv: paper.arxiv }),
    ...(paper.doi === undefined ? {} : { doi: paper.doi }),
    ...(paper.code === undefined ? {} : { code: paper.code }),
    topics: paper.topics ?? [],
    tags: paper.tags ?? [],
    aliases: [],
    abstract: { html: "", text: paper.text, sentences: [] },
    number,
    related: [],
    acronyms: [],
    excerpt: "",
  }));
  const authors = new Map(papers.flatMap((p) => p.authors ?? []).map((a) => [a.slug, a]));
  return {
    papers: made,
    byKey: new Map(made.map((paper) => [paper.key, paper])),
    topics: groups.topics ?? [],
    tags: groups.tags ?? [],
    authors: [...authors.values()].map((author) => ({
      slug: author.slug,
      name: author.name,
      papers: [],
      sortName: author.name,
      letter: "",
      coauthors: [],
    })),
    venues: [],
    years: [],
    acronyms: [],
    aliases: new Map(),
  };
}
