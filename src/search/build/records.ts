import type { Catalog, CatalogPaper } from "../../catalog/types.ts";
import { BETWEEN, NO_TEXT } from "../layout.ts";
import { foldToken, openGaps } from "../words/fold-token.ts";

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

/** The parts that Pagefind makes of a compound: `BioBERT-base` becomes `bio`, `bert`, `base`. */
const pagefindParts = (chunk: string) =>
  chunk
    .replace(
      /(\p{Ll})(\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})|(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu,
      "$1$3$4$5 $2",
    )
    .toLowerCase();

/**
 * What a stretch of text is also searched as. Pagefind keeps `α` and `ℓ₂` as they stand, where whoever types has
 * `alpha` and `l2`; and it splits `EML4` out of `EML4-ALK`.
 */
function otherForms(chunk: string): string[] {
  const plain = chunk.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = foldToken(chunk);
  const spelled = plain === folded ? [] : [folded];
  const parts = chunk.match(/[\p{L}\p{N}]+/gu) ?? [];
  const split = parts.length > 1 ? parts.filter((part) => /\s/u.test(pagefindParts(part))) : [];
  return [...spelled, ...split.map(foldToken)];
}

const UNUSUAL = /\\ell|[^\p{ASCII}‐-―‘-‟…]|[\p{L}\p{N}][^\p{L}\p{N}\s]+[\p{L}\p{N}]/u;

function alsoSearchedAs(text: string): string {
  const chunks = openGaps(text)
    .split(/\s+/u)
    .filter((chunk) => UNUSUAL.test(chunk) && !chunk.includes("://"));
  return [...new Set(chunks.flatMap(otherForms))].join(" ");
}

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
      also: alsoSearchedAs(`${paper.title} ${paper.abstract.text}`),
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

/**
 * Papers of the catalog as records for Pagefind, newest first: a paper's place is its number in the index.
 *
 * @param from number of the first.
 * @param to number after the last.
 */
export function toRecords(
  catalog: Catalog,
  language: string,
  from = 0,
  to = catalog.papers.length,
): IndexRecord[] {
  const names = readNames(catalog);
  return catalog.papers.slice(from, to).map((paper) => toRecord(paper, names, language));
}
