import type { Paper } from "../paper/paper.ts";
import { pathOfDoi } from "./doi.ts";

/** What an address can be made of: a corpus, as the check reads it or as the catalog has it. */
export interface Addressed {
  papers: readonly Pick<
    Paper,
    "key" | "aliases" | "arxiv" | "doi" | "venue" | "date" | "authors" | "tags" | "withdrawn"
  >[];
  /** Slugs. */
  topics: readonly string[];
  /** Names of imports that have a page. */
  imports?: readonly string[];
}

const segment = (text: string) => `${text}/`;

/** The pages that a paper brings with it: those of its authors, its venue, its year, its tags. */
export function listAround(paper: Addressed["papers"][number]): string[] {
  return [
    ...paper.authors
      .filter(({ slug }) => slug !== "")
      .map(({ slug }) => `authors/${segment(slug)}`),
    ...(paper.venue && paper.venue.slug !== "" ? [`venues/${segment(paper.venue.slug)}`] : []),
    ...(paper.date ? [`years/${segment(String(paper.date.year))}`] : []),
    ...paper.tags.map((tag) => `tags/${segment(tag)}`),
  ];
}

/** Addresses of other spellings of a paper's authors and venue, and the pages to which they lead. */
export function listFormer(paper: Addressed["papers"][number]): [from: string, to: string][] {
  const leads = (kind: string, { slug, formerSlugs = [] }: Former) =>
    formerSlugs.map((former): [string, string] => [
      `${kind}/${segment(former)}`,
      `${kind}/${segment(slug)}`,
    ]);
  return [
    ...paper.authors.flatMap((author) => leads("authors", author)),
    ...(paper.venue ? leads("venues", paper.venue) : []),
  ];
}

interface Former {
  slug: string;
  formerSlugs?: string[];
}

/** The paper's own addresses: key, aliases, arXiv id, DOI. A withdrawn paper keeps them. */
export function listOwn(paper: Addressed["papers"][number]): string[] {
  const doi = paper.doi === undefined ? undefined : pathOfDoi(paper.doi);
  return [
    ...[paper.key, ...paper.aliases].map((key) => `papers/${segment(key)}`),
    ...(paper.arxiv === undefined ? [] : [`abs/${segment(paper.arxiv)}`]),
    ...(doi === undefined ? [] : [`doi/${segment(doi)}`]),
  ];
}

/**
 * Every address that a corpus has and promises to keep: path below the base, no slash before it, one after it.
 * Later pages of a list, feeds and citation files stand and fall with the page that they belong to.
 */
export function listAddresses({ papers, topics, imports = [] }: Addressed): Set<string> {
  const addresses = new Set(topics.map((topic) => `topics/${segment(topic)}`));
  for (const id of imports) addresses.add(`changes/${segment(id)}`);
  for (const paper of papers) {
    for (const address of listOwn(paper)) addresses.add(address);
    // A withdrawn paper stands in no list; what it leaves behind leads to its page.
    for (const address of listAround(paper)) addresses.add(address);
    for (const [former] of listFormer(paper)) addresses.add(former);
  }
  return addresses;
}
