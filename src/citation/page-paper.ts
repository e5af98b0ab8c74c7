import { toCsl } from "../formats/csl/write.ts";
import { writeRis } from "../formats/ris/write.ts";
import { parseDate } from "../paper/dates.ts";
import type { Paper } from "../paper/paper.ts";
import type { Person } from "../paper/people.ts";
import { parsePerson, person } from "../paper/people.ts";
import { parseVenue } from "../paper/venues.ts";
import { PUBLISHER_TAGS, VENUE_TAGS } from "./metadata.ts";
import type { PageHead } from "./styles/page-item.ts";
import { kindIn } from "./styles/page-item.ts";

/** What a page shows of its paper beyond its head. */
export interface PageFacts extends PageHead {
  key: string;
  /** Where its code is, and the project's page. */
  code?: string | undefined;
  project?: string | undefined;
}

function readAuthor(name: string): Person {
  const [family = "", given = ""] = name.split(/,\s*/u, 2);
  if (given !== "") return person(given, family);
  return name.endsWith(",") ? { ...person("", family), collective: true } : parsePerson(family);
}

/**
 * The paper of a page, out of the page itself, for sites too large for a citation file a paper: all that citations
 * name. Formulas are as plain text, paragraphs run on, arXiv's category is not known.
 */
export function readPagePaper({ key, metas, sameAs, code, project }: PageFacts): Paper {
  const all = (name: string) => metas.filter(([of]) => of === name).map(([, content]) => content);
  const one = (name: string) => all(`citation_${name}`)[0];
  const title = one("title") ?? "";
  const kind = kindIn((name) => all(name)[0]);
  const venue = all(VENUE_TAGS[kind])[0];
  const [first, last] = [one("firstpage"), one("lastpage")];
  const publisher = all(PUBLISHER_TAGS[kind] ?? "citation_publisher")[0];
  const date = parseDate(one("publication_date")?.replaceAll("/", "-") ?? "");
  const [arxiv, doi, pdf] = [one("arxiv_id"), one("doi"), one("pdf_url")];
  const url = sameAs.find((each) => !/^https:\/\/(?:doi|arxiv)\.org\//u.test(each));
  const facts = {
    ...{ arxiv, doi, url, code, project },
    kind: kind === "preprint" ? undefined : kind,
    volume: one("volume"),
    issue: one("issue"),
    pages: last === undefined ? first : `${first ?? ""}-${last}`,
    publisher,
  };
  return {
    key,
    title,
    titleSource: title.replace(/[\\$]/gu, "\\$&"),
    titleHtml: "",
    authors: all("citation_author").map(readAuthor),
    ...(date ? { date } : {}),
    ...(venue === undefined ? {} : { venue: parseVenue(venue) }),
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    ...(pdf === undefined || pdf === `https://arxiv.org/pdf/${arxiv ?? ""}` ? {} : { pdf }),
    topics: [],
    tags: [],
    keywords: all("citation_keywords"),
    aliases: [],
    abstract: { html: "", text: one("abstract") ?? "", sentences: [] },
  };
}

/** A page's paper in the formats that its site has no files of, BibTeX aside: that stands on the page. */
export const PAGE_WRITERS = {
  ris: (facts: PageFacts) => writeRis(readPagePaper(facts)),
  json: (facts: PageFacts) => `${JSON.stringify(toCsl(readPagePaper(facts)), null, 2)}\n`,
} as const;
