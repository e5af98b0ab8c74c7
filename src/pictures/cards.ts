import type { Catalog, CatalogPaper, Topic } from "../catalog/types.ts";
import { formatDateShort } from "../paper/dates.ts";
import type { Person } from "../paper/people.ts";
import type { Choice } from "./choose.ts";
import { hasOwnPicture, paperPicture, sitePicture, topicPicture } from "./choose.ts";
import { isDrawable, spell } from "./drawable.ts";

/** What a picture says, before it is drawn. Every text can be drawn. */
export interface Card {
  /** Above the title: the topic. */
  kicker?: string | undefined;
  title: string;
  /** Below it: authors, or a summary. */
  below?: string | undefined;
  /** At the foot: the site's name, and what stands opposite. */
  site: string;
  aside?: string | undefined;
  /** Topic hue 1 to 12; without one the site's own green. */
  hue?: number | undefined;
}

/** A card and the file that it becomes, below the site. */
export interface Order {
  file: string;
  card: Card;
}

/** How many authors are named; the rest are counted. */
const NAMED = 3;

const drawable = (text: string | undefined): string | undefined =>
  text !== undefined && text !== "" && isDrawable(text) ? spell(text) : undefined;

/** `A, B and C`; `A, B, C and 5 others`: an author in letters that cannot be drawn is one of the others. */
export function nameAuthors(authors: readonly Pick<Person, "name">[]): string {
  const named = authors
    .map(({ name }) => spell(name))
    .filter(isDrawable)
    .slice(0, NAMED);
  const others = authors.length - named.length;
  if (named.length === 0) return authors.length === 1 ? "" : `${String(others)} authors`;
  if (others > 0)
    return `${named.join(", ")} and ${String(others)} ${others === 1 ? "other" : "others"}`;
  const last = named.pop() ?? "";
  return named.length === 0 ? last : `${named.join(", ")} and ${last}`;
}

function paperCard(paper: CatalogPaper, topic: Topic | undefined, site: string): Card {
  const date = paper.date && formatDateShort(paper.date);
  return {
    kicker: drawable(topic?.name),
    title: spell(paper.title),
    below: paper.authors.length === 0 ? undefined : drawable(nameAuthors(paper.authors)),
    site,
    aside: drawable(paper.venue?.label) ?? date,
    hue: topic?.hue,
  };
}

const papersOf = (count: number) =>
  `${count.toLocaleString("en")} ${count === 1 ? "paper" : "papers"}`;

/** Every picture of a site, in the catalog's order: the site's, the topics', the papers'. */
export function listCards(
  { papers, topics }: Pick<Catalog, "papers" | "topics">,
  { title, tagline, pictures }: { title: string; tagline: string; pictures: number },
): Order[] {
  const choice: Choice = { papers: papers.length, limit: pictures, siteTitle: title };
  const site = drawable(title) ?? "";
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  return [
    {
      file: sitePicture(choice).file,
      card: {
        title: site,
        below: drawable(tagline),
        site: "",
        aside: papersOf(papers.length),
      },
    },
    ...topics
      .filter(({ name }) => isDrawable(name))
      .map((topic) => ({
        file: topicPicture(topic, choice).file,
        card: {
          title: spell(topic.name),
          below: drawable(topic.summary),
          site,
          aside: papersOf(topic.papers.length),
          hue: topic.hue,
        },
      })),
    ...papers
      .filter((paper) => hasOwnPicture(paper, choice))
      .map((paper) => ({
        file: paperPicture(paper, bySlug, choice).file,
        card: paperCard(
          paper,
          paper.topics.map((slug) => bySlug.get(slug)).find((topic) => topic !== undefined),
          site,
        ),
      })),
  ];
}
