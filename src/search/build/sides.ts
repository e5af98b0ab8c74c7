import type { Catalog } from "../../catalog/types.ts";
import type { AuthorNames, Ids, Labels, PaperColumns, Terms } from "../manifest.ts";
import { hasNeighbours, peopleFile, vocabularyFile } from "../layout.ts";
import { foldTitle, readChunks } from "../words/fold-token.ts";
import { writeFrontCoded } from "../words/front-code.ts";
import { writeNeighbours } from "../engine/neighbours.ts";
import type { IndexFile } from "./pagefind-file.ts";
import { zip } from "./pagefind-file.ts";
import { listShortForms } from "./short-forms.ts";
import type { Texts } from "./texts.ts";
import { collectVocabulary, listCompounds, listWords } from "./vocabulary.ts";

const toColumns = (catalog: Catalog): PaperColumns => ({
  keys: catalog.papers.map((paper) => paper.key),
  titleLengths: catalog.papers.map((paper) => foldTitle(paper.title).length),
});

const toLabels = (catalog: Catalog): Labels => ({
  topic: Object.fromEntries(
    catalog.topics.map((topic) => [topic.slug, { name: topic.name, hue: topic.hue }]),
  ),
  tag: Object.fromEntries(catalog.tags.map((tag) => [tag.slug, tag.name])),
  venue: Object.fromEntries(catalog.venues.map((venue) => [venue.slug, venue.name])),
});

/** Names in the order of their path segments, which the author facet lists. */
const toAuthorNames = (catalog: Catalog): AuthorNames => {
  const names = new Map(catalog.authors.map((author) => [author.slug, author.name]));
  const slugs = new Set(catalog.papers.flatMap((paper) => paper.authors.map((a) => a.slug)));
  return [...slugs].sort().map((slug) => names.get(slug) ?? slug);
};

/** Aliases are keys and paths (`abs/2502.01441`); identifiers themselves are the papers'. */
export function collectIds(catalog: Catalog): Ids {
  const ids: Ids = {};
  for (const [alias, key] of catalog.aliases) ids[alias.toLowerCase()] = key;
  for (const { key, arxiv, doi } of catalog.papers) {
    if (arxiv !== undefined) ids[arxiv.toLowerCase()] = key;
    if (doi !== undefined) ids[doi.toLowerCase()] = key;
  }
  return ids;
}

/** Texts that must have a word before a large corpus proposes it, one for so many papers. */
const PROPOSED = 30_000;
/** Words that are proposed whatever the first letter of the misspelt one. */
const COMMON = 3_000;

type Counted = readonly [word: string, papers: number];

/** Words in files by their first letters. */
function byLetter(words: readonly Counted[], fileOf: (word: string) => string): IndexFile[] {
  const files = new Map<string, Counted[]>();
  for (const entry of words) {
    const file = fileOf(entry[0]);
    const known = files.get(file);
    if (known) known.push(entry);
    else files.set(file, [entry]);
  }
  return [...files].map(([path, own]) => zip(path, writeFrontCoded(own)));
}

/** A large corpus's words by their first letters, and its common ones. */
function toVocabularyFiles(words: readonly Counted[], papers: number): IndexFile[] {
  const kept = words.filter(([, texts]) => texts > papers / PROPOSED);
  const least = kept.map(([, texts]) => texts).sort((a, b) => b - a)[COMMON] ?? 0;
  const common = kept.filter(([, texts]) => texts > least);
  return [...byLetter(kept, vocabularyFile), zip("vocabulary/common.gz", writeFrontCoded(common))];
}

/** Shorter names are too near to too many words. */
const NAME = /^\p{L}{5,24}$/u;

/** Family names of authors, folded, in order, with the number of papers that have them. */
function listFamilies(catalog: Catalog): Counted[] {
  const families = new Map<string, number>();
  for (const { authors } of catalog.papers) {
    const own = authors.flatMap(({ family, collective }) =>
      collective ? [] : readChunks(family).flatMap(({ parts }) => parts),
    );
    for (const name of new Set(own))
      if (NAME.test(name)) families.set(name, (families.get(name) ?? 0) + 1);
  }
  return [...families].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The engine's own files, beside Pagefind's: each is loaded when it is first needed. */
export function toSides(
  catalog: Catalog,
  large: boolean,
  texts: Texts,
): { files: IndexFile[]; terms: Terms } {
  const { papers } = catalog;
  const vocabulary = collectVocabulary(texts);
  const terms: Terms = {
    compounds: listCompounds(vocabulary, papers.length).join(" "),
    shortForms: listShortForms(catalog, vocabulary),
  };
  const words = listWords(vocabulary);
  const families = listFamilies(catalog);
  const files = [
    zip("labels.gz", JSON.stringify(toLabels(catalog))),
    zip("authors.gz", JSON.stringify(toAuthorNames(catalog))),
    zip("terms.gz", JSON.stringify(terms)),
    ...(large
      ? [
          zip("keys.gz", JSON.stringify(catalog.papers.map(({ key }) => key))),
          ...toVocabularyFiles(words, catalog.papers.length),
          ...byLetter(families, peopleFile),
        ]
      : [
          zip("papers.gz", JSON.stringify(toColumns(catalog))),
          zip("ids.gz", JSON.stringify(collectIds(catalog))),
          zip("vocabulary.gz", writeFrontCoded(words)),
          zip("people.gz", writeFrontCoded(families)),
        ]),
    ...(hasNeighbours(catalog.papers.length)
      ? [zip("neighbours.gz", writeNeighbours(catalog.papers))]
      : []),
  ];
  return { files, terms };
}
