import type { PartialDate } from "../paper/dates.ts";
import { compareNewest } from "../paper/dates.ts";
import type { KnownPeople } from "../paper/known-people.ts";
import type { Paper } from "../paper/paper.ts";
import type { TagData, TopicData } from "../paper/schema.ts";
import { collectAcronyms, findAcronyms } from "./acronyms.ts";
import { listAuthors } from "./authors.ts";
import { undisputed } from "./expand-short-forms.ts";
import { makeExcerpt } from "./excerpt.ts";
import { bySize, compareText, countWith, countYears, groupBy } from "./group.ts";
import { findRelated } from "./related.ts";
import type { Catalog, CatalogPaper, Tag, Topic, VenueGroup, YearGroup } from "./types.ts";

/** What a catalog is made of: plain data, read by whoever calls. */
export interface CatalogInput {
  papers: readonly (Paper & { components: CatalogPaper["components"] })[];
  topics: readonly { slug: string; data: TopicData; introHtml: string }[];
  tags: readonly { slug: string; data: TagData }[];
  /** Who is who, where the site says it. */
  people?: KnownPeople;
}

/** Every index of a corpus. Pure: the same input gives the same catalog. */
export function buildCatalog(input: CatalogInput): Catalog {
  const offered = { ...input, papers: input.papers.filter((paper) => !paper.withdrawn) };
  const papers = describePapers(offered);
  const byKey = new Map(papers.map((paper) => [paper.key, paper]));
  const [newest] = papers;
  const acronyms = collectAcronyms(papers);
  return {
    papers,
    byKey,
    topics: listTopics(input, papers),
    tags: listTags(input, papers),
    authors: listAuthors(papers, input.people),
    venues: listVenues(papers),
    years: listYears(papers),
    acronyms,
    agreedShortForms: undisputed(acronyms),
    ...(newest?.date ? { updated: newest.date } : {}),
    withdrawn: input.papers
      .filter((paper) => paper.withdrawn)
      .sort((a, b) => compareText(a.key, b.key)),
    aliases: collectAliases(papers),
  };
}

function describePapers({ papers, tags }: CatalogInput): CatalogPaper[] {
  const names = new Map(tags.map(({ slug, data }) => [slug, data.name]));
  const sorted = papers
    .toSorted((a, b) => compareNewest(a.date, b.date) || compareText(a.key, b.key))
    .map((paper) => ({ ...paper, keywords: paper.tags.map((tag) => names.get(tag) ?? tag) }));
  const related = findRelated(
    sorted.map((paper) => ({
      key: paper.key,
      title: paper.title,
      abstract: paper.abstract.text,
      tags: paper.keywords,
    })),
  );
  return sorted.map((paper, number) => ({
    ...paper,
    number,
    related: related[number] ?? [],
    acronyms: findAcronyms(paper.abstract.text),
    excerpt: makeExcerpt(paper.abstract.text),
  }));
}

const yearOf = (paper: { date?: PartialDate }) => paper.date?.year;

function yearSpan(papers: readonly CatalogPaper[]): [number, number] {
  const years = papers.map(yearOf).filter((year) => year !== undefined);
  // No spread: a hundred thousand arguments are more than a call can take.
  return years.length === 0
    ? [0, -1]
    : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}

const keys = (papers: readonly CatalogPaper[]) => papers.map((paper) => paper.key);

function listTopics({ topics, tags }: CatalogInput, papers: readonly CatalogPaper[]): Topic[] {
  const members = groupBy(papers, (paper) => paper.topics);
  const names = new Map(tags.map(({ slug, data }) => [slug, data.name]));
  const span = yearSpan(papers);
  return topics
    .map(({ slug, data, introHtml }): Topic => {
      const own = members.get(slug) ?? [];
      return {
        slug,
        name: data.title,
        papers: keys(own),
        summary: data.summary,
        hue: data.hue,
        order: data.order,
        introHtml,
        years: countYears(own.map(yearOf), span),
        tags: countWith(own, (paper) => paper.tags, "").map(([tag, count]) => ({
          slug: tag,
          name: names.get(tag) ?? tag,
          count,
        })),
      };
    })
    .sort((a, b) => a.order - b.order || compareText(a.slug, b.slug));
}

function listTags({ tags }: CatalogInput, papers: readonly CatalogPaper[]): Tag[] {
  const members = groupBy(papers, (paper) => paper.tags);
  const names = new Map(tags.map(({ slug, data }) => [slug, data.name]));
  return tags
    .map(({ slug, data }): Tag => {
      const own = members.get(slug) ?? [];
      return {
        slug,
        name: data.name,
        papers: keys(own),
        synonyms: data.synonyms,
        ...(data.about === undefined ? {} : { about: data.about }),
        related: countWith(own, (paper) => paper.tags, slug)
          .slice(0, 8)
          .map(([tag, count]) => ({
            slug: tag,
            name: names.get(tag) ?? tag,
            count,
          })),
      };
    })
    .filter((tag) => tag.papers.length > 0)
    .sort((a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase()));
}

function listVenues(papers: readonly CatalogPaper[]): VenueGroup[] {
  const members = groupBy(papers, (paper) => (paper.venue ? [paper.venue.slug] : []));
  return [...members]
    .map(([slug, own]): VenueGroup => {
      const years = groupBy(own, (paper) => [String(paper.venue?.year ?? paper.date?.year ?? "")]);
      return {
        slug,
        name: own[0]?.venue?.name ?? slug,
        ...(own[0]?.venue?.full === undefined ? {} : { full: own[0].venue.full }),
        papers: keys(own),
        years: [...years]
          .filter(([year]) => year !== "")
          .map(([year, inYear]) => ({
            year: Number(year),
            count: inYear.length,
          }))
          .sort((a, b) => a.year - b.year),
      };
    })
    .filter((venue) => venue.slug !== "")
    .sort(bySize);
}

function listYears(papers: readonly CatalogPaper[]): YearGroup[] {
  const members = groupBy(papers, (paper) => (paper.date ? [String(paper.date.year)] : []));
  return [...members]
    .map(([year, own]) => ({
      slug: year,
      name: year,
      year: Number(year),
      papers: keys(own),
    }))
    .sort((a, b) => b.year - a.year);
}

/** Old keys to keys. A paper's own key is never an alias of another. */
function collectAliases(papers: readonly CatalogPaper[]): Map<string, string> {
  const own = new Set(papers.map((paper) => paper.key));
  const aliases = new Map<string, string>();
  for (const paper of papers) {
    for (const alias of paper.aliases)
      if (!own.has(alias) && !aliases.has(alias)) aliases.set(alias, paper.key);
  }
  return aliases;
}
