import { gzipSync } from "node:zlib";
import type { Catalog } from "../../catalog/types.ts";
import type { AuthorNames, Labels, PaperColumns } from "../manifest.ts";
import type { IndexFile } from "./settle.ts";

const packJson = (path: string, value: unknown): IndexFile => ({
  path,
  content: gzipSync(JSON.stringify(value), { level: 9 }),
});

const toColumns = (catalog: Catalog): PaperColumns => ({
  keys: catalog.papers.map((paper) => paper.key),
  titleLengths: catalog.papers.map((paper) => paper.title.trim().split(/\s+/u).length),
});

const toLabels = (catalog: Catalog): Labels => ({
  topic: Object.fromEntries(
    catalog.topics.map((topic) => [topic.slug, { name: topic.name, hue: topic.hue }]),
  ),
  tag: Object.fromEntries(catalog.tags.map((tag) => [tag.slug, tag.name])),
  venue: Object.fromEntries(catalog.venues.map((venue) => [venue.slug, venue.name])),
});

const toAuthorNames = (catalog: Catalog): AuthorNames =>
  Object.fromEntries(catalog.authors.map((author) => [author.slug, author.name]));

/** The engine's own files, beside Pagefind's: each is loaded when it is first needed. */
export function toSides(catalog: Catalog): IndexFile[] {
  return [
    packJson("papers.gz", toColumns(catalog)),
    packJson("labels.gz", toLabels(catalog)),
    packJson("authors.gz", toAuthorNames(catalog)),
  ];
}
