import { buildCatalog } from "../../catalog/build.ts";
import type { Catalog } from "../../catalog/types.ts";
import { parseDate } from "../../paper/dates.ts";
import { parsePerson } from "../../paper/people.ts";
import type { TagData } from "../../paper/schema.ts";
import { parseVenue } from "../../paper/venues.ts";

/** What a benchmark or a test knows of a paper. */
export interface PlainPaper {
  key: string;
  title: string;
  text: string;
  /** Names as people read them. */
  authors?: string[];
  date?: string;
  venue?: string;
  arxiv?: string;
  doi?: string;
  code?: string;
  topics?: string[];
  tags?: string[];
  aliases?: string[];
}

/** A catalog from titles and abstracts: for benchmarks and tests, which have no entries to read. */
export function plainCatalog(
  papers: readonly PlainPaper[],
  tags: readonly { slug: string; data: TagData }[] = [],
): Catalog {
  return buildCatalog({
    papers: papers.map(({ text, date, venue, authors = [], ...paper }) => {
      const known = date === undefined ? undefined : parseDate(date);
      return {
        topics: [],
        tags: [],
        aliases: [],
        titleSource: paper.title,
        ...paper,
        authors: authors.map(parsePerson),
        ...(known ? { date: known } : {}),
        ...(venue === undefined ? {} : { venue: parseVenue(venue) }),
        titleHtml: "",
        abstract: { html: "", text, sentences: [] },
        components: "none",
      };
    }),
    topics: [],
    tags,
  });
}
