import type { Catalog, CatalogPaper } from "../../catalog/types.ts";
import { BETWEEN, NO_TEXT } from "../layout.ts";
import { foldToken } from "../words/fold-token.ts";

/** A paper as Pagefind takes it. Every meta field is searchable, each with a weight of its own. */
export interface IndexRecord {
  /** Below the base path, which the index does not know. */
  url: string;
  /** The abstract. */
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

/** The catalog's names of things that papers carry as slugs. */
interface Names {
  topics: ReadonlyMap<string, string[]>;
  tags: ReadonlyMap<string, string[]>;
}

const readNames = (catalog: Catalog): Names => ({
  topics: new Map(catalog.topics.map((topic) => [topic.slug, [topic.name]])),
  tags: new Map(catalog.tags.map((tag) => [tag.slug, [tag.name, ...tag.synonyms]])),
});

const named = (slugs: readonly string[], names: ReadonlyMap<string, string[]>) =>
  slugs.flatMap((slug) => names.get(slug) ?? [slug]);

/** Pagefind keeps `α` and `ℓ₂` as they stand; whoever types has `alpha` and `l2`. */
function keyboardForms(text: string): string {
  const forms = text
    .split(/\s+/u)
    .filter((chunk) => /\\ell|[^\p{ASCII}‐-―‘-‟…]/u.test(chunk))
    .map((chunk) => ({
      plain: chunk.normalize("NFD").replace(/\p{M}/gu, ""),
      folded: foldToken(chunk),
    }))
    .filter(({ plain, folded }) => plain.toLowerCase() !== folded)
    .map(({ folded }) => folded);
  return [...new Set(forms)].join(" ");
}

/** Dashes and slashes between words are gaps to a reader, glue to Pagefind. */
const openGaps = (text: string) => text.replace(/(?<=\p{L}{2})([—–…/])(?=\p{L}{2})/gu, "$1 ");

/** Meta values and filters that have none are left out: an empty one would show as a value. */
const present = <T extends { length: number }>(record: Record<string, T | undefined>) =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, T] => (entry[1]?.length ?? 0) > 0),
  );

function toRecord(paper: CatalogPaper, names: Names, language: string): IndexRecord {
  const year = paper.date?.year;
  return {
    url: `/papers/${paper.key}/`,
    content: openGaps(paper.abstract.text.replace(/\s+/gu, " ").trim()) || NO_TEXT,
    language,
    meta: present({
      title: paper.title,
      authors: paper.authors.map((author) => author.name).join(BETWEEN),
      venue: paper.venue?.label,
      date: paper.date?.iso,
      topics: named(paper.topics, names.topics).join(BETWEEN),
      tags: named(paper.tags, names.tags).join(BETWEEN),
      also: keyboardForms(`${paper.title} ${paper.abstract.text}`),
    }),
    filters: present({
      topic: paper.topics,
      tag: paper.tags,
      year: year === undefined ? [] : [String(year)],
      venue: paper.venue ? [paper.venue.slug] : [],
      author: paper.authors.map((author) => author.slug),
      has: [
        ...(paper.code === undefined ? [] : ["code"]),
        ...(paper.project === undefined ? [] : ["project"]),
      ],
    }),
    sort: { title: foldToken(paper.title).replace(/[^\p{L}\p{N} ]+/gu, "") || paper.key },
  };
}

/** The catalog as records for Pagefind, newest first: a paper's place is its number in the index. */
export function toRecords(catalog: Catalog, language: string): IndexRecord[] {
  const names = readNames(catalog);
  return catalog.papers.map((paper) => toRecord(paper, names, language));
}
