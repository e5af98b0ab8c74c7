import type { Paper } from "../paper/paper.ts";
import type { Person } from "../paper/people.ts";
import type { PartialDate } from "../paper/dates.ts";
import { startOf } from "../paper/dates.ts";
import type { Kind } from "../paper/kinds.ts";
import { citedVenue, kindOf } from "../paper/kinds.ts";
import { keywordsOf } from "../paper/keywords.ts";
import { splitPages } from "../paper/place.ts";
import type { Venue } from "../paper/venues.ts";
import { issuedOf } from "../paper/issued.ts";
import type { Urls } from "../urls.ts";
import { doiUrl, orcidUrl, pdfUrl } from "./links.ts";

/** `Family, Given`. A comma after a name that has no parts keeps Zotero from taking its last word for the family's. */
const highwireName = ({ family, given }: Person): string =>
  given !== "" ? `${family}, ${given}` : /\s/u.test(family) ? `${family},` : family;

/**
 * The `citation_*` tags that Google Scholar and Zotero read, in the order of Scholar's inclusion guidelines:
 * name and content, not escaped.
 */
export function highwireTags(paper: Paper, urls: Urls): [name: string, content: string][] {
  const kind = kindOf(paper);
  const [first, last] = splitPages(paper.pages);
  const issued = issuedOf(paper);
  const tags: [string, string | undefined][] = [
    ["citation_title", paper.title],
    ...paper.authors.map((author): [string, string] => ["citation_author", highwireName(author)]),
    ["citation_publication_date", issued && slashed(issued)],
    ["citation_online_date", paper.date && paper.date !== issued ? slashed(paper.date) : undefined],
    [VENUE_TAGS[kind], citedVenue(paper)],
    ["citation_volume", paper.volume],
    ["citation_issue", paper.issue],
    ["citation_firstpage", first],
    ["citation_lastpage", last],
    [PUBLISHER_TAGS[kind] ?? "citation_publisher", paper.publisher],
    // Highwire has no word for a preprint or a book; Zotero takes the type from here.
    ["DC.type", typeTag(kind, paper)],
    ["citation_doi", paper.doi],
    ["citation_arxiv_id", paper.arxiv],
    ["citation_pdf_url", pdfUrl(paper)],
    ["citation_abstract_html_url", urls.absolute(urls.paper(paper.key))],
    ["citation_abstract", paper.abstract.text.replace(/\s+/gu, " ").trim()],
    ["citation_language", "en"],
    ...keywordsOf(paper).map((keyword): [string, string] => ["citation_keywords", keyword]),
  ];
  return tags.filter((tag): tag is [string, string] => tag[1] !== undefined && tag[1] !== "");
}

/** What names the venue of each kind. */
export const VENUE_TAGS: Readonly<Record<Kind | "preprint", string>> = {
  article: "citation_journal_title",
  conference: "citation_conference_title",
  chapter: "citation_inbook_title",
  book: "citation_series_title",
  thesis: "citation_series_title",
  report: "citation_series_title",
  preprint: "citation_series_title",
};

function typeTag(kind: Kind | "preprint", { arxiv }: Paper): string | undefined {
  if (kind === "book" || kind === "thesis" || kind === "report") return kind;
  return kind === "preprint" && arxiv !== undefined ? kind : undefined;
}

/** Tags that say by themselves what kind of paper it is. */
export const PUBLISHER_TAGS: Partial<Record<Kind | "preprint", string>> = {
  thesis: "citation_dissertation_institution",
  report: "citation_technical_report_institution",
};

/** A journal, or a year of a conference: its full name, and the short one by which people know it. */
function partOf(paper: Paper, venue: Venue): Record<string, unknown> {
  const isArticle = kindOf(paper) === "article";
  return {
    "@type": isArticle ? "Periodical" : "PublicationIssue",
    name: citedVenue(paper),
    ...(venue.full === undefined ? {} : { alternateName: isArticle ? venue.name : venue.label }),
  };
}

/** schema.org's types of what stands alone; all else is a `ScholarlyArticle`. */
const SCHEMA_TYPES: Partial<Record<Kind | "preprint", string>> = {
  book: "Book",
  thesis: "Thesis",
  report: "Report",
  chapter: "Chapter",
};

const slashed = (date: PartialDate) => date.iso.replaceAll("-", "/");

/** A paper as schema.org's `ScholarlyArticle`. */
export function scholarlyArticle(paper: Paper, urls: Urls): Record<string, unknown> {
  const keywords = keywordsOf(paper);
  const sameAs = [
    paper.arxiv === undefined ? undefined : `https://arxiv.org/abs/${paper.arxiv}`,
    paper.doi === undefined ? undefined : doiUrl(paper.doi),
    paper.url,
  ].filter((url) => url !== undefined);
  return {
    "@context": "https://schema.org",
    "@type": SCHEMA_TYPES[kindOf(paper)] ?? "ScholarlyArticle",
    "@id": urls.absolute(urls.paper(paper.key)),
    headline: paper.title,
    name: paper.title,
    author: paper.authors.map((author) =>
      author.collective
        ? { "@type": "Organization", name: author.name }
        : {
            "@type": "Person",
            name: author.name,
            ...(author.orcid === undefined ? {} : { sameAs: orcidUrl(author.orcid) }),
          },
    ),
    ...(paper.date ? { datePublished: paper.date.iso } : {}),
    abstract: paper.abstract.text.replace(/\s+/gu, " ").trim(),
    ...(paper.venue ? { isPartOf: partOf(paper, paper.venue) } : {}),
    ...(paper.doi === undefined
      ? {}
      : { identifier: { "@type": "PropertyValue", propertyID: "doi", value: paper.doi } }),
    ...(paper.pages === undefined ? {} : { pagination: paper.pages }),
    ...(paper.publisher === undefined
      ? {}
      : { publisher: { "@type": "Organization", name: paper.publisher } }),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(sameAs.length > 0 ? { sameAs } : {}),
  };
}

/** The way from the site's first page to a page, as schema.org's `BreadcrumbList`; the last step is the page itself. */
export function breadcrumbs(
  steps: readonly { name: string; path: string }[],
  urls: Pick<Urls, "absolute">,
): Record<string, unknown> {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, path }, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name,
      item: urls.absolute(path),
    })),
  };
}

/** The site as schema.org's `WebSite`, with the search that it answers. */
export function webSite(
  { title, description, language }: { title: string; description: string; language: string },
  urls: Pick<Urls, "absolute" | "home" | "search">,
): Record<string, unknown> {
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    "@id": urls.absolute(urls.home()),
    url: urls.absolute(urls.home()),
    name: title,
    description,
    inLanguage: language,
    potentialAction: {
      "@type": "SearchAction",
      target: {
        "@type": "EntryPoint",
        urlTemplate: `${urls.absolute(urls.search())}?q={search_term_string}`,
      },
      "query-input": "required name=search_term_string",
    },
  };
}

/** JSON for a `<script type="application/ld+json">`: no text in it can end the element. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The instant that feeds and sitemaps give a paper; undefined where no date is known. */
export const published = (paper: Paper): Date | undefined =>
  paper.date ? startOf(paper.date) : undefined;
