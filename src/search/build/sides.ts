import { gzipSync } from "node:zlib";
import type { Catalog } from "../../catalog/types.ts";
import type { AuthorNames, Ids, Labels, PaperColumns, Terms } from "../manifest.ts";
import { NEIGHBOURS_FROM } from "../layout.ts";
import { foldTitle } from "../words/fold-token.ts";
import { writeFrontCoded } from "../words/front-code.ts";
import { writeNeighbours } from "../engine/neighbours.ts";
import type { IndexFile } from "./settle.ts";
import { countLowerCase, listShortForms } from "./short-forms.ts";
import { collectVocabulary, listCompounds, listWords } from "./vocabulary.ts";

const pack = (path: string, content: string | Uint8Array): IndexFile => ({
  path,
  content: gzipSync(content, { level: 9 }),
});

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
function toIds(catalog: Catalog): Ids {
  const ids: Ids = {};
  for (const [alias, key] of catalog.aliases) ids[alias.toLowerCase()] = key;
  for (const { key, arxiv, doi } of catalog.papers) {
    if (arxiv !== undefined) ids[arxiv.toLowerCase()] = key;
    if (doi !== undefined) ids[doi.toLowerCase()] = key;
  }
  return ids;
}

/** The engine's own files, beside Pagefind's: each is loaded when it is first needed. */
export function toSides(catalog: Catalog): IndexFile[] {
  const texts = catalog.papers.map((paper) => `${paper.title} . ${paper.abstract.text}`);
  const vocabulary = collectVocabulary(texts);
  const terms: Terms = {
    compounds: listCompounds(vocabulary, texts.length).join(" "),
    shortForms: listShortForms(catalog, vocabulary, countLowerCase(texts)),
  };
  return [
    pack("papers.gz", JSON.stringify(toColumns(catalog))),
    pack("labels.gz", JSON.stringify(toLabels(catalog))),
    pack("authors.gz", JSON.stringify(toAuthorNames(catalog))),
    pack("ids.gz", JSON.stringify(toIds(catalog))),
    pack("terms.gz", JSON.stringify(terms)),
    pack("vocabulary.gz", writeFrontCoded(listWords(vocabulary))),
    ...(catalog.papers.length >= NEIGHBOURS_FROM
      ? [pack("neighbours.gz", writeNeighbours(catalog.papers))]
      : []),
  ];
}
