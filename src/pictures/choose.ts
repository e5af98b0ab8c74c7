import type { CatalogPaper, Topic } from "../catalog/types.ts";
import { isDrawable } from "./drawable.ts";

/** A picture that stands for a page where its address is shared. All are 1200 × 630 pixels. */
export interface Picture {
  /** Below the site: `og/papers/hu2021lora.png`. */
  file: string;
  /** What it shows, in words. */
  alt: string;
}

export const WIDTH = 1200;
export const HEIGHT = 630;

/** Where all pictures lie; readers who keep the site do not keep them. */
export const FOLDER = "og/";

/** What decides which pages have a picture of their own. */
export interface Choice {
  /** How many papers the site has. */
  papers: number;
  /** Up to how many papers each has its own picture. */
  limit: number;
  siteTitle: string;
}

export const sitePicture = ({ siteTitle }: Pick<Choice, "siteTitle">): Picture => ({
  file: `${FOLDER}site.png`,
  alt: siteTitle,
});

/** The topic's own picture, or the site's where its name has letters that cannot be drawn. */
export const topicPicture = (
  topic: Pick<Topic, "slug" | "name">,
  choice: Pick<Choice, "siteTitle">,
): Picture =>
  isDrawable(topic.name)
    ? { file: `${FOLDER}topics/${topic.slug}.png`, alt: `${topic.name}, papers` }
    : sitePicture(choice);

/** Whether a paper has a picture of its own. */
export const hasOwnPicture = (paper: Pick<CatalogPaper, "title">, { papers, limit }: Choice) =>
  papers <= limit && isDrawable(paper.title);

/** The paper's own picture, else its first topic's, else the site's. */
export function paperPicture(
  paper: Pick<CatalogPaper, "key" | "title" | "topics">,
  topics: ReadonlyMap<string, Pick<Topic, "slug" | "name">>,
  choice: Choice,
): Picture {
  if (hasOwnPicture(paper, choice))
    return { file: `${FOLDER}papers/${paper.key}.png`, alt: paper.title };
  const topic = paper.topics.map((slug) => topics.get(slug)).find((each) => each !== undefined);
  return topic ? topicPicture(topic, choice) : sitePicture(choice);
}
